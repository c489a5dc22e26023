import ConcordApp
import ConcordModel
var settings = try Settings(Settings.environment)
let session = try Session(settings)
let status = try DashboardProgram.run(session, DashboardProgram.Options())
