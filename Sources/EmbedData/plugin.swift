import PackagePlugin

@main
struct EmbedData: BuildToolPlugin {
  func createBuildCommands(context: PluginContext, target: Target) async throws -> [Command] {
    let output = context.pluginWorkDirectoryURL.appending(path: "EmbeddedData.swift")
    let data = context.package.directoryURL.appending(path: "data")
    return [
      .buildCommand(
        displayName: "Embedding data/",
        executable: try context.tool(named: "embed-data").url,
        arguments: [output.path(), data.path()],
        inputFiles: [data],
        outputFiles: [output])
    ]
  }
}
