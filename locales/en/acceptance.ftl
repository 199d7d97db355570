# One version of something is put to every must-agree party, and each answers.
acceptance-title = Answer for your side
acceptance-what-case = The case for working together
acceptance-what-charter = The charter of { $title }
acceptance-what-goal = The shared goal: { $title }
acceptance-what-map = The partner map
acceptance-waiting = Answer for your side: { $what }
acceptance-read = Read it first
acceptance-standing-none = Not put to the sides yet
acceptance-standing-open = Waiting for an answer
acceptance-standing-agreed = Each side agreed
acceptance-standing-refused = One side said no
acceptance-standing-lapsed = The date passed. It is not agreed.
acceptance-standing-reopened = Opened again
acceptance-asked = { $person } put this version to the sides on { $on }.
acceptance-silence = Each side can answer until { $last }. Without an answer by then, it is not agreed, and it can be put to the sides again.
acceptance-accepted = said yes through { $by } on { $on }.
acceptance-refused = said no through { $by } on { $on }.
acceptance-awaited = has not answered. Waiting since { $since }.
acceptance-unasked = has not been asked.
acceptance-vacant = has no lead now. Nobody can answer for this side, and that is not a yes.
acceptance-accept = Say yes for your side
acceptance-refuse = Say no for your side
acceptance-reason = If you say no: why?
acceptance-days = How long the sides have to answer
acceptance-days-hint = Each side that must agree gets a letter. Asking is not an answer: your own side answers too.
acceptance-days-of = { $days } days
acceptance-ask = Ask each side
acceptance-asked-done = Each side was asked.
acceptance-done = Your answer is saved. Others have still to answer.
acceptance-no-answered = Your side has answered already.
acceptance-no-asked = This version is with the sides already.
acceptance-no-days = Choose how many days the sides have.
acceptance-no-one-side = Only one side that must agree is here. Ask again when the other has joined.
acceptance-no-settled = This was settled, or its date is over.
acceptance-letter-subject = Something to agree on: { $name }
acceptance-letter-asked = { $what } was put to each side. Please read it and answer for your side by { $day }. Without an answer by then, it is not agreed.
acceptance-letter-ended = { $what }: { $how }
acceptance-record-asked = { $who } put { $kind ->
    [case] the case
    [charter] a charter
    [goal] a shared goal
   *[map] the partner map
} to each side, in version { $version }.
acceptance-record-accepted = { $who } said yes for { $party } to { $kind ->
    [case] the case
    [charter] a charter
    [goal] a shared goal
   *[map] the partner map
}, in version { $version }.
acceptance-record-refused = { $who } said no for { $party } to { $kind ->
    [case] the case
    [charter] a charter
    [goal] a shared goal
   *[map] the partner map
}, in version { $version }.
acceptance-record-agreed = Each side agreed to { $kind ->
    [case] the case
    [charter] a charter
    [goal] a shared goal
   *[map] the partner map
}, in version { $version }.
acceptance-record-ended = One side said no, so { $kind ->
    [case] the case
    [charter] the charter
    [goal] the shared goal
   *[map] the partner map
} is not agreed in version { $version }.
acceptance-record-lapsed = The date passed for { $kind ->
    [case] the case
    [charter] a charter
    [goal] a shared goal
   *[map] the partner map
} in version { $version }. No answer came from { $silent }.
acceptance-record-reopened = { $kind ->
    [case] The case
    [charter] A charter
    [goal] A shared goal
   *[map] The partner map
} was opened again after version { $version }, by { $who }.
acceptance-record-edited = { $who } changed { $kind ->
    [case] the case
    [charter] a charter
    [goal] a shared goal
    [project] a place to start
    [structure] the tree of teams
   *[map] the partner map
}. Version { $stands } stands. Version { $version } is not agreed yet.
acceptance-stands = Version { $agreed } stands, agreed on { $on }. Version { $newer } is being written. It counts when each side agrees to it.
acceptance-stands-read = Read the agreed version
acceptance-agreed-title = What each side agreed to
acceptance-agreed-says = Each side agreed to version { $version } on { $on }. It stands until each side agrees to a newer one.
acceptance-agreed-gone = The words of this version were taken out.
acceptance-agreed-back = Go to the page as it is today
acceptance-remove-stands = What each side agreed to stays as it is, and everybody can still read it.
acceptance-remove-next = The page gets a new version without it. That version counts when each side agrees to it.
acceptance-remove-ends = If the sides are being asked about the page right now, that question ends. It can be put to them again.
acceptance-remove-named = The record says that you took it off.
acceptance-remove-open = The page gets a new version without it. It cannot be brought back with a button: somebody would have to type it again.
