import Foundation
import PackagePlugin

/// Makes the files of data/ part of the module that applies this plugin.
@main
struct EmbedData: BuildToolPlugin {
  func createBuildCommands(context: PluginContext, target: Target) async throws -> [Command] {
    let output = context.pluginWorkDirectoryURL.appending(path: "EmbeddedData.swift")
    let data = context.package.directoryURL.appending(path: "data", directoryHint: .isDirectory)
    // Directories are inputs as well: a new file changes no file, but its directory.
    var inputs = [data]
    let contents = FileManager.default.enumerator(
      at: data, includingPropertiesForKeys: nil, options: .skipsHiddenFiles)
    while let url = contents?.nextObject() as? URL { inputs.append(url) }
    return [
      .buildCommand(
        displayName: "Embedding data/",
        executable: try context.tool(named: "embed-data").url,
        arguments: [
          output.path(percentEncoded: false), data.path(percentEncoded: false),
        ],
        inputFiles: inputs.sorted { $0.path < $1.path },
        outputFiles: [output])
    ]
  }
}
