/// The policy and the catalogues of an office together: those that ship, and those of its own in their
/// place.
package struct OfficePolicy: Sendable {
  /// Matrix, bands, periods, rules.
  package let policy: Policy
  /// Every choice that a record can hold.
  package let catalogues: Catalogues
  /// What of the office's own cannot be used, and why.
  package let problems: [CatalogueError]

  package init(policy: Policy, catalogues: Catalogues, problems: [CatalogueError] = []) {
    self.policy = policy
    self.catalogues = catalogues
    self.problems = problems
  }

  /// The same with an office's own texts in their places.
  ///
  /// They were checked before they were written; but two offices may have written some that do not go
  /// together, or a newer version some that this one does not know. Of these what ships holds, and what
  /// is missing comes from there; the same texts always come to the same.
  package func replaced(by texts: [(name: String, text: String)]) -> OfficePolicy {
    var policy = policy
    var problems: [CatalogueError] = []
    var own: [CatalogueName: CatalogueReader] = [:]
    for (name, text) in texts {
      let file = DataFile(name: name, bytes: Array(text.utf8), isLenient: true)
      do throws(CatalogueError) {
        if name == OwnPolicy.policyName {
          policy = try Policy.read(file, filling: self.policy)
        } else if CatalogueName(rawValue: name) != nil {
          let reader = try CatalogueReader.read(file)
          guard reader.name.rawValue == name else {
            throw CatalogueError(
              file: name, position: nil, field: "catalogue",
              reason: .unknownKey(reader.name.rawValue, known: [name]))
          }
          own[reader.name] = reader
        }
      } catch {
        problems.append(error)
      }
    }
    var replaced = catalogues
    while !own.isEmpty {
      do throws(CatalogueReplacement.Failure) {
        replaced = try CatalogueReplacement(catalogues, own).catalogues
        break
      } catch {
        problems.append(error.error)
        own[error.name] = nil
      }
    }
    return OfficePolicy(policy: policy, catalogues: replaced, problems: problems)
  }
}
