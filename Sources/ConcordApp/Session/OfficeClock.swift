import CPlatform
import ConcordModel
import Glibc

/// Days and hours as the office's zone has them.
public struct OfficeClock: Sendable {
  /// Chooses the zone for this process; to be done once, before threads start.
  public init(zone: String) {
    _ = cp_use_zone(zone)
  }

  /// Whether the system knows a zone of this IANA name.
  public static func knows(zone: String) -> Bool {
    let isName = zone.utf8.allSatisfy {
      (48...57).contains($0) || (65...90).contains($0) || (97...122).contains($0)
        || "+-_/".utf8.contains($0)
    }
    guard !zone.isEmpty, zone.utf8.count <= 64, isName, !zone.hasPrefix("/") else { return false }
    // Without a zone database the system knows none: days turn with UTC then.
    return cp_use_zone(zone) != 0 || access("/usr/share/zoneinfo", F_OK) != 0
  }

  /// Seconds east of Greenwich at a moment.
  public func offset(_ instant: Instant) -> Int {
    Int(cp_zone_offset(instant.milliseconds / 1000))
  }

  /// The civil day of a moment.
  public func day(_ instant: Instant) -> Day { instant.day(offset: offset(instant)) }

  /// Hours, minutes and seconds of a moment.
  public func clock(_ instant: Instant) -> String { instant.clock(offset: offset(instant)) }

  /// The last millisecond of a civil day.
  package func end(of day: Day) -> Instant {
    // Noon is on that day in every zone's reckoning, whatever its clocks do at night.
    let noon = Int64(day.number) * 86_400 + 43_200
    let local = Instant(
      milliseconds: (noon - Int64(offset(Instant(milliseconds: noon * 1000)))) * 1000)
    return Instant(milliseconds: nextMidnight(after: local) * 1000 - 1)
  }

  /// The second, since 1970, at which the day after `instant` begins.
  package func nextMidnight(after instant: Instant) -> Int64 {
    let next = day(instant).adding(days: 1)
    let local = Int64(next.number) * 86_400
    // The offset may change on the way: asked again at the moment found.
    let guess = local - Int64(offset(instant))
    return local - Int64(offset(Instant(milliseconds: guess * 1000)))
  }
}
