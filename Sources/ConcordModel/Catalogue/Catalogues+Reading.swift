extension Catalogues {
  /// Reads catalogues and checks them against each other.
  ///
  /// A later file of a catalogue extends an earlier one: rows with a known key replace it in its
  /// place, others come after. All catalogues must be among the files.
  package static func read(_ files: [DataFile]) throws(CatalogueError) -> Catalogues {
    var readers: [CatalogueName: CatalogueReader] = [:]
    for file in files {
      let root = try file.root()
      let name = try CatalogueReader.name(root)
      var reader = readers[name] ?? CatalogueReader(name: name)
      try reader.read(root)
      readers[name] = reader
    }
    return try checked(readers)
  }

  private static func checked(
    _ readers: [CatalogueName: CatalogueReader]
  ) throws(CatalogueError) -> Catalogues {
    var catalogues: [CatalogueName: Catalogue] = [:]
    for name in CatalogueName.allCases {
      guard let reader = readers[name] else {
        throw CatalogueError(
          file: "catalogues/\(name.rawValue).json", position: nil, reason: .noFile)
      }
      catalogues[name] = reader.catalogue
    }
    for name in CatalogueName.allCases {
      for reference in readers[name]?.references ?? [] {
        let known = catalogues[reference.catalogue]
        if known?[reference.key] == nil {
          throw reference.row.error(
            .unknownKey(reference.key, known: known?.keys ?? []), field: reference.field)
        }
      }
    }
    return Catalogues(catalogues)
  }
}
