//! A time zone as people name it: "Mountain time (Denver)".

use words::Words;

/// The zone in words; the city alone where the zone has no name that is known here.
pub fn named(w: &Words, zone: &str) -> String {
    let city = zone.rsplit('/').next().unwrap_or(zone).replace('_', " ");
    let name = match zone {
        "America/New_York"
        | "America/Detroit"
        | "America/Indiana/Indianapolis"
        | "America/Kentucky/Louisville" => w.calendar_zone_eastern(),
        "America/Chicago" | "America/Menominee" | "America/North_Dakota/Center" => w.calendar_zone_central(),
        "America/Denver" | "America/Boise" | "America/Phoenix" => w.calendar_zone_mountain(),
        "America/Los_Angeles" => w.calendar_zone_pacific(),
        "America/Anchorage" | "America/Juneau" => w.calendar_zone_alaska(),
        "Pacific/Honolulu" => w.calendar_zone_hawaii(),
        _ => return city,
    };
    format!("{name} ({city})")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_zone_has_the_name_people_use_or_its_city() {
        let w = Words::new(words::Lang::En);
        assert_eq!(named(&w, "America/Denver"), "Mountain time (Denver)");
        assert_eq!(named(&w, "America/Puerto_Rico"), "Puerto Rico");
    }
}
