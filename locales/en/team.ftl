# Teams: the tree, who sits, who shares the chair.
team-kicker = Act · step 5 of 10
team-title = Teams
team-lede = Work gets done in teams. Each team has people from every side it needs, and two co-chairs from different sides.
team-end = You end up with one tree of teams that each side accepts.
team-guide = Read the guide to this step
team-found = Start a team
team-none = There are no teams yet
team-none-says = Begin with one leadership team. Committees can follow when there is work for them.
team-tree = Who reports to whom
team-picture = The tree of teams
team-picture-says = { $teams ->
    [one] One team
   *[other] { NUMBER($teams) } teams
} on { $levels ->
    [one] one level
   *[other] { NUMBER($levels) } levels
}. { $whole ->
    [0] None has both co-chairs yet.
    [one] One has both co-chairs.
   *[other] { NUMBER($whole) } have both co-chairs.
}
team-picture-key = The list above says the same. Thick box: a leadership team. Thin box: a committee. Dashed box: a team in a crisis. Full dot: a co-chair. Open dot: a co-chair is missing. A box hangs from the team it reports to.
team-members = { $count ->
    [0] nobody yet
    [one] one person
   *[other] { $count } people
}
team-chairs = { $count ->
    [one] Co-chair:
   *[other] Co-chairs:
}
team-of-party = { $name } ({ $party })
team-ended-title = { $count ->
    [one] One team has ended
   *[other] { $count } teams have ended
}
team-ended-on = Ended on { $day }.
team-kind = What kind of team?
team-kind-state-group = State partner group
team-kind-district-leadership = District leadership team
team-kind-school-leadership = School leadership team
team-kind-committee = Committee
team-kind-task-force = Task force
team-kind-working-group = Working group
team-means-state-group = Groups from across the state that help many districts.
team-means-district-leadership = Sets goals for the district and helps the committees.
team-means-school-leadership = Sets goals for one school and helps its committees.
team-means-committee = Carries out projects and tells the leadership team how they go.
team-means-task-force = Leads in a crisis and helps the working groups.
team-means-working-group = Takes on one part of the work in a crisis.
team-gaps = What this team still lacks
team-gap-empty = Nobody sits in it yet.
team-gap-no-chair = It has no co-chairs yet.
team-end-title = End this seat
team-end-says = It ends at once, and the record says so. Your side can name the person again.
team-end-neutral-says = This person sits for no side and serves all of you. Talk to the other sides first. It ends at once, and the record says so.
team-missing = Nobody here for: { $parties }
team-gap-one-chair = The second co-chair is missing. It must be somebody of another side.
team-gap-missing = Nobody sits for { $party }, which must agree.
team-gap-unheard = Nobody sits for { $party }.
team-gap-uneven = { $more } has more than twice the seats of { $less }.
team-founded = Founded
team-reports-to = Reports to
team-no-head = No other team here
team-below = Reports to this team
team-to-charter = Charter
team-to-projects = Projects
team-to-support = Support
team-to-edit = Change this team
team-people = Who sits in it
team-nobody = Nobody yet. Only this side can name its people.
team-neutral = In no party
team-co-chair = Co-chair
team-since = since { $day }
team-asked = Another side put them forward on { $since }. Their own side can say yes until { $until }. Without a yes they do not sit.
team-confirm = Confirm { $name }
team-end-place = End the seat of { $name }
team-refuse-place = Say no for { $name }
team-join-title = Seat people in this team
team-join-hint = You name the people of your own side, and people who sit in no party. Each other side names its own. The change goes into the record.
team-join-who = Who joins the team?
team-join = Seat them
team-chair-field = Co-chair from your side
team-chair-hint = Two people share the chair. They sit for different sides.
team-chair-new-hint = The other side names its own co-chair.
team-chair-as-is = Leave it as it is
team-chair-later = Name them later
team-close-title = Close this team
team-close-hint = The team stays on the list, with the day and the reason. Nothing is deleted.
team-close-on = Last day
team-close-on-hint = Today, if you leave this empty.
team-close-reason = Why does it end?
team-close = Close the team
team-new-title = Found a team
team-new-lede = A few short questions. You can change all but the kind later.
team-edit-title = Change the team
team-edit-lede = The old name stays in the record.
team-name = Name
team-name-hint = As people will say it, such as “Leadership team of Elm Street School”.
team-site = Place
team-stale = Somebody changed this team before you. It is now called { $name }, at { $place }. What you typed is below.
team-done-founded = The team stands. Now seat your people.
team-done-joined = They sit in the team now.
team-done-confirmed = They sit in the team now.
team-done-left = The seat has ended.
team-done-closed = The team is closed.
team-done-changed = The team is changed.
team-wait-confirm = Say whether { $name } sits for you in { $team }
team-letter-asked-subject = Somebody of yours is put forward for a team ({ $partnership })
team-letter-asked-body = { $name } is put forward for { $team }. Only your side can seat them. Say yes or no by { $day }. Without a yes they do not sit.
team-no-kind-missing = Choose a kind of team.
team-no-name-taken = A team has this name already. Choose another.
team-no-circle = A team cannot report to itself, also not by way of others.
team-no-parent-gone = That team is not there any more. Choose another.
team-no-site-elsewhere = Choose a place that belongs to this partnership.
team-no-not-a-member = Somebody you chose has no seat here any more.
team-no-not-yours = Each side seats its own people. Choose from yours.
team-no-two-chairs = Two people share the chair already.
team-no-same-party = The two co-chairs sit for different sides.
team-no-neutral-together = This seat is in no party, so no side ends it alone. Propose it under “Acting together”.
team-no-neutral-chair = A co-chair sits for a side.
team-no-nobody = Choose at least one person.
team-no-has-teams = Other teams report to this one. Move or close them first.
team-no-closed = This team has ended.
team-no-date = Choose a day that is not ahead, such as 2026-10-16.
team-record-founded = { $who } founded the team { $team }.
team-record-asked = { $who } put somebody of { $party } forward for { $team }.
team-record-seated = { $who } seated somebody of { $party } in { $team }.
team-record-seated-neutral = { $who } seated somebody without a party in { $team }.
team-record-chair = { $who } named a co-chair of { $team } for { $party }.
team-record-confirmed = { $who } confirmed the seat of { $party } in { $team }.
team-record-seat-ended-neutral = { $who } ended a seat of somebody in no party in { $team }.
team-record-seat-ended = { $who } ended a seat of { $party } in { $team }.
team-record-seat-refused = { $who } said no to a seat for { $party } in { $team }.
team-record-seat-lapsed = A seat asked for in { $team } was not confirmed by { $party } in time. It was not taken.
team-record-changed = { $who } changed the team { $team }.
team-record-closed = { $who } closed the team { $team }.
team-accept-title = Does each side accept this tree?
team-accept-says = The sides say yes to the tree of teams: which there are, and who reports to whom. When it changes, they are asked again.
team-to-inventory = Which committees exist already?
team-done-asked = The sides were asked about the tree.
team-inventory-title = Committees we have already
team-inventory-lede = Most schools have many committees. Write down each one, and say what should become of it, before you found a new one.
team-inventory-none = Nothing is written down yet.
team-inventory-add-title = Write one down
team-inventory-add = Add it to the list
team-inventory-does = What does it do?
team-inventory-sits = Who sits in it
team-inventory-sits-hint = By role, not by name: two teachers, one principal, one bus driver.
team-inventory-fate = What should become of it?
team-inventory-by = Written down by { $name }
team-inventory-remove = Take { $name } off the list
team-fate-keep = Keep it
team-fate-merge = Merge it with another
team-fate-stop = Stop it
team-fate-begin = Begin it
team-no-fate = Say what should become of it.
team-done-noted = It is on the list.
team-done-removed = It is off the list.
team-what-accepted = The tree of teams
