# The page of a state, county, district or school: who shows where they stand. Everybody may read it.
sites-title = Where partnerships are at work
sites-title-one = Partnerships in { $place }
sites-lede = These partnerships chose to show where they stand and what help they look for. Each of their sides agreed, and any one side can stop it.
sites-none = Nothing is shown here yet
sites-none-what = Once each side of a partnership agrees, you see here its phase, its step and the kinds of help it looks for.
sites-count = { $count ->
    [one] One partnership shows where it stands.
   *[other] { NUMBER($count) } partnerships show where they stand.
}
sites-shows = { $count ->
    [one] One partnership
   *[other] { NUMBER($count) } partnerships
}
sites-all-done = Every step done
sites-needs = Help they look for
sites-needs-none = Nobody here looks for help just now.
sites-below = Places here
sites-to-us = only your group sees this
sites-to-us-means = “Only your group sees this” stands where a partnership shares with your group and not with everybody. Please do not pass it on.
sites-not-here = There is no name of a person here, and no text. Others may be at work and show nothing: that is their choice.
sites-state = State
sites-county = County or regional office
sites-district = School district
sites-school = School
sites-preschool = Preschool
sites-charter = Charter school
sites-college = College
