/// Catalogues with some of an office's own in the place of others, checked against each other.
struct CatalogueReplacement {
  /// Why one of them cannot stand there.
  struct Failure: Error {
    let name: CatalogueName
    let error: CatalogueError
  }

  /// All of them.
  let catalogues: Catalogues

  /// - Parameters:
  ///   - shipped: those that ship.
  ///   - own: what was read, by name.
  ///   - new: those of them that have to hold all entries that the program goes by. To the others these
  ///     are added where they are missing: a newer version may go by some that an office's own file
  ///     could not know.
  init(
    _ shipped: Catalogues, _ own: [CatalogueName: CatalogueReader], new: Set<CatalogueName> = []
  ) throws(Failure) {
    var all: [CatalogueName: Catalogue] = [:]
    for name in CatalogueName.allCases {
      guard let reader = own[name] else {
        all[name] = shipped[name]
        continue
      }
      let needed = name.isNeeded || name.fixedKeys != nil ? shipped[name].entries : []
      let missing = needed.filter { reader.catalogue[$0.key] == nil }
      if new.contains(name), let first = missing.first {
        throw Failure(name: name, error: reader.error(.needed(first.key), field: "entries"))
      }
      all[name] = reader.catalogue.adding(missing)
      if let stays = Self.changedAttribute(name, shipped, reader) {
        throw Failure(name: name, error: stays)
      }
    }
    let replaced = Catalogues(all)
    try Self.checkReferences(replaced, own)
    catalogues = replaced
  }

  /// Entries that the program goes by keep what they hold besides their words.
  private static func changedAttribute(
    _ name: CatalogueName, _ shipped: Catalogues, _ reader: CatalogueReader
  ) -> CatalogueError? {
    guard name.keepsAttributes else { return nil }
    for entry in shipped[name].entries {
      guard let own = reader.catalogue[entry.key] else { continue }
      for attribute in name.attributes where own[attribute.name] != entry[attribute.name] {
        return reader.error(.stays(entry.key), field: attribute.name, of: entry.key)
      }
    }
    return nil
  }

  /// Every key of another catalogue that an entry names is there.
  private static func checkReferences(
    _ all: Catalogues, _ own: [CatalogueName: CatalogueReader]
  ) throws(Failure) {
    for name in CatalogueName.allCases {
      if let reader = own[name] {
        for reference in reader.references where all[reference.catalogue][reference.key] == nil {
          let known = all[reference.catalogue].keys
          throw Failure(
            name: name,
            error: reference.row.error(
              .unknownKey(reference.key, known: known), field: reference.field))
        }
        continue
      }
      // What was not replaced may name what is not there any more.
      for (entry, catalogue, key) in Self.references(of: all[name])
      where all[catalogue][key] == nil {
        guard let reader = own[catalogue] else { continue }
        throw Failure(
          name: catalogue,
          error: reader.error(
            .named(key, by: "\(name.rawValue), “\(entry.words)”"), field: "entries"))
      }
    }
  }

  private static func references(
    of catalogue: Catalogue
  ) -> [(entry: CatalogueEntry, catalogue: CatalogueName, key: String)] {
    var found: [(entry: CatalogueEntry, catalogue: CatalogueName, key: String)] = []
    for attribute in catalogue.name.attributes {
      switch attribute.kind {
      case .key(let other):
        for entry in catalogue.entries {
          if let key = entry.text(attribute.name) { found.append((entry, other, key)) }
        }
      case .keys(let other):
        for entry in catalogue.entries {
          for key in entry.texts(attribute.name) { found.append((entry, other, key)) }
        }
      default: break
      }
    }
    return found
  }
}

extension CatalogueName {
  /// Whether the program goes by keys of it: those that ship stay, whatever an office adds.
  var isNeeded: Bool {
    switch self {
    case .stages, .flagSources, .flagStatuses, .decisions, .avoidances, .caseTypes, .caseStatuses,
      .caseOutcomes, .standings, .taskStatuses, .treatmentStates, .findingStates, .directions,
      .exerciseRatings, .linkKinds, .agreementStates, .goalStates, .opportunityStates,
      .practiceRatings, .comparisons, .accessFacts, .markings, .dataCategories, .purposes,
      .onwardSharing, .criteria:
      true
    default: false
    }
  }

  /// Whether the program goes by what its shipped entries hold besides their words.
  var keepsAttributes: Bool {
    switch self {
    case .stages, .flagStatuses, .taskStatuses, .linkKinds: true
    default: false
    }
  }
}
