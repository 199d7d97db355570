# The commitment: written together, closed for signing, signed, kept.
commitment-title = Our commitment
commitment-kicker = Prepare · step 4 of 10
commitment-lede = What we promise each other, for how long, and what happens if one of us leaves office.
commitment-neutral = neutral seat

# Where it stands.
commitment-state-writing = Being written
commitment-state-signing = Being signed
commitment-state-signed = Signed
commitment-state-due = Due for renewal
commitment-state-lapsed = Lapsed
commitment-state-superseded = Renewed
commitment-state-withdrawn = Withdrawn
commitment-stands-writing = Open for writing since { $since }. Version { NUMBER($version) } is the newest. Nobody has promised anything yet.
commitment-stands-signing = The text was closed on { $since }. Named leaders can sign until { $until }. It does not stand yet.
commitment-stands-signed = Each must-agree party has signed it. It has stood since { $since } and is to be renewed by { $renew_on }.
commitment-stands-due = It stands, but its renewal date has come: { $renew_on }. Without a renewal it lapses on { $last }.
commitment-stands-renewal-passed = It lapsed on { $since }, because it was not renewed by { $renew_on }.
commitment-stands-left-office = It lapsed on { $since }, because somebody who signed is no longer in office. It stands again once their successor confirms it.
commitment-stands-superseded = It was renewed on { $since }. The newer one stands.
commitment-stands-withdrawn = It ended on { $since }, because fewer than two must-agree parties are left in it.
commitment-silence-signing = If not all of them have signed by { $until }, the text goes back to writing and nothing is signed.
commitment-silence-succession = If nobody confirms by { $until }, it stays lapsed, and any party may begin its renewal.
commitment-silence-due = If it is not renewed, it lapses on { $last }.
commitment-waits-for-names = has not named who signs for it. Waiting since { $since }.
commitment-waits-for-signature = to sign. Waiting since { $since }, until { $until }.
commitment-waits-for-successor = to confirm through a new leader. Waiting since { $since }, until { $until }.
commitment-the-open = The text that is not signed yet
commitment-the-renewal = The renewal that is not signed yet
commitment-the-standing = The one we signed
commitment-none = There is no commitment yet
commitment-supporters = { $count ->
    [one] One person supports it
   *[other] { $count } people support it
}
commitment-supporters-more = { $count ->
    [one] and one more
   *[other] and { $count } more
}
commitment-earlier = Earlier commitments
commitment-earlier-of = Of { $day }, version { NUMBER($version) }

# The document.
commitment-advising = Signed as advising parties
commitment-renew-on = Renew it by
commitment-version = Version
commitment-governs = The text that governs is in
commitment-hash = Fingerprint of the text (SHA-256)
commitment-legal = This is a working agreement. It is not bargaining, it waives no right, and it makes no past practice. A signature promises effort. Signing is voluntary.
commitment-printed = Printed on { $day }
commitment-block-nobody = Nobody has signed
commitment-block-waiting = Waiting since { $since }
commitment-block-will-sign = Named to sign
commitment-block-signed = Signed on { $at }
commitment-block-successor = Confirmed as successor on { $at }
commitment-block-on-paper = Signed on paper on { $on }, witnessed by { $witness }, entered on { $at }
commitment-ended-title = { $count ->
    [one] One signature that no longer counts
   *[other] { $count } signatures that no longer count
}
commitment-ended-voided = { $name }, for { $party }, signed on { $signed }. Void since { $on }, because the text was opened again.
commitment-ended-left = { $name }, for { $party }, signed on { $signed } and left office on { $on }.
commitment-ended-withdrew = { $name }, for { $party }, signed on { $signed }. The party left on { $on }.
commitment-ended-renewed = { $name }, for { $party }, signed on { $signed } and signed again on { $on }.

# The one next thing.
commitment-next-kicker = Waiting for you
commitment-next-may = What you can do
commitment-next-sign = Read it and sign
commitment-next-sign-says = { $party } named you to sign. Read exactly what was closed, then sign, or talk to the others first.
commitment-next-sign-button = Read it and sign
commitment-next-confirm = Does the promise go on?
commitment-next-confirm-says = A leader who signed for { $party } is no longer in office. As their successor, read the promise and say that it goes on.
commitment-next-confirm-button = Read it and confirm
commitment-next-name = Name who signs for your party
commitment-next-name-says = The text can be closed once each must-agree party has named who signs. { $party } has not.
commitment-next-name-button = Name who signs
commitment-next-advise = Sign as an advising party
commitment-next-advise-says = { $party } may add its name. Nothing waits for it.
commitment-next-freeze = Close the text for signing
commitment-next-freeze-says = Each must-agree party has named who signs. Once closed, the text cannot change, and people have { $days ->
    [one] one day
   *[other] { $days } days
} to sign.
commitment-next-freeze-button = Close it for signing
commitment-next-write = Write it together
commitment-next-write-says = Anybody with a seat here may change the text. Each version is kept, with who changed what.
commitment-next-write-button = Write in it
commitment-next-support = Add your name
commitment-next-support-says = You support what your leaders promised. It binds you to nothing, and you need not give a reason.
commitment-next-support-button = Add my name

# Beginning and renewing.
commitment-begin-title = Begin the commitment
commitment-begin-says = It is a text you write together. Nobody is bound until each side has signed.
commitment-begin-button = Begin writing
commitment-renew-title = Begin the renewal
commitment-renew-says = A renewal is a new text that names the one it renews. Until it is signed, nothing changes.
commitment-renew-button = Begin the renewal
commitment-start = Start from
commitment-start-earlier = The text that stands
commitment-start-earlier-means = Change what should change.
commitment-start-sample = Our sample text
commitment-start-sample-means = One page of plain promises. Change every word you like.
commitment-start-blank = An empty page
commitment-start-blank-means = You have a text of your own.
commitment-language = The language that governs
commitment-language-hint = A translation can stand beside it. This is the text that is signed.

# Writing.
commitment-write-title = Write the commitment
commitment-write-lede = Say what you promise, for how long, and what happens if one of you leaves office.
commitment-write-body = The text
commitment-write-body-hint = The signs make the text look right: # begins a heading, - or 1. begins a list, and an empty line begins a new paragraph. After you save, you see it as it will be read.
commitment-write-renew-on = Renew it by
commitment-write-renew-on-hint = We remind you 60 and 14 days before. Five years at most.
commitment-write-button = Save this version
commitment-saved-by = Version { NUMBER($number) }, saved by { $by } ({ $party }) on { $at }
commitment-versions-title = Every version
commitment-versions-lede = Who saved what, newest first. Open one to see what changed.
commitment-version-title = Version { NUMBER($number) }
commitment-version-changes = What changed
commitment-version-hint = Added words are underlined. Words that were taken out are struck.
commitment-version-whole = The whole text of this version
commitment-merge-title = Somebody saved before you
commitment-merge-clean = Nothing is lost. You changed different parts, so both changes are in the text below. Read it and save it.
commitment-merge-conflicts = { $count ->
    [one] Nothing is lost. In one place you both changed the same words. Both versions are in the text below. Keep one, or write a third.
   *[other] Nothing is lost. In { $count } places you both changed the same words. Both versions are in the text below. Keep one, or write a third.
}
commitment-merge-theirs = What they changed
commitment-merge-yours = What you changed
commitment-merge-from = You began from version { NUMBER($number) }
commitment-merge-body = The text with both changes
commitment-merge-body-hint = Lines that begin with >>>>> show two versions of the same words. Take those lines out before you save.
commitment-merge-other-date = They chose another renewal date: { $date }
commitment-merge-button = Save this text
commitment-merge-leave = Leave what they saved
commitment-merge-base = Version { NUMBER($number) }, from which you both began
commitment-merge-mark-theirs = What { $name } wrote:
commitment-merge-mark-yours = What you wrote:
commitment-merge-mark-end = End of both
commitment-translation-title = Translate the commitment
commitment-translation-lede = A translation helps people read. The text in { $language } is the one that governs.
commitment-translation-language = The language you translate into
commitment-translation-body = Your translation
commitment-translation-hint = Keep the signs at the beginning of lines (#, -): they make headings and lists. Somebody else should read it before others rely on it.
commitment-translation-button = Save the translation
commitment-translation-text = The text as it stands
commitment-translation-in = Read it in { $language }
commitment-translation-governs = This is a translation. The text in { $language } governs.
commitment-translation-made = Translated by { $maker } on { $day }, from version { NUMBER($version) }.
commitment-translation-reviewed = Reviewed by { $reader } on { $day }.
commitment-translation-unreviewed = Not reviewed yet.
commitment-translation-old = Version { NUMBER($version) } stands now.
commitment-translation-review = I have read it and it is right

# Closing and signing.
commitment-signers-title = Who signs for your party
commitment-signers-lede = { $party } names one or two of its own leads. No other party has a say in this.
commitment-signers-legend = Leads who sign
commitment-signers-hint = Tick one or two. When both are named, both must sign.
commitment-signers-button = Name them
commitment-reopen-title = Open the text again, to change it
commitment-reopen-says = This opens the text again. Signatures that were given are voided, and everybody sees that they were.
commitment-reopen-reason = Why
commitment-reopen-hint = Needed once somebody has signed. It goes into the record.
commitment-reopen-button = Open the text again
commitment-sign-title = Sign the commitment
commitment-sign-says = This is exactly the text that was closed. You sign it for { $party }.
commitment-sign-says-advising = This is exactly the text that was closed. You sign it for { $party }, as an advising party.
commitment-sign-name = Type your name as you sign
commitment-sign-name-hint = It stands under the text and in the joint record.
commitment-sign-means = By signing you promise to try. You may also leave this page and talk to the others first.
commitment-sign-button = Sign for { $party }
commitment-sign-later = Not now
commitment-confirm-title = Confirm as the successor
commitment-confirm-says = A leader before you signed this for { $party }. If you sign, the promise goes on.
commitment-paper-title = Enter a signature on paper
commitment-paper-lede = One of the leads that { $party } named has signed on paper. Enter it here, with somebody of another party who saw it.
commitment-paper-none = Nobody of your party is waiting to sign.
commitment-paper-signer = Who signed
commitment-paper-name = The name on the paper
commitment-paper-name-hint = As it was written.
commitment-paper-on = The day on the paper
commitment-paper-on-hint = Not before the text was closed.
commitment-paper-witness = Who saw it
commitment-paper-witness-hint = A lead of another party. The signature is marked as given on paper.
commitment-paper-button = Enter this signature

# The small ways.
commitment-to-print = Print it
commitment-to-versions = Every version
commitment-to-text = Download the exact text
commitment-to-write = Write in it
commitment-to-signers = Who signs for us
commitment-to-paper = Enter a signature on paper
commitment-to-translation = Translate it

# What was done.
commitment-done-begun = The commitment is begun. Change every word you like.
commitment-done-saved = Version { NUMBER($number) } is saved.
commitment-done-unchanged = Nothing was changed, so no new version was made.
commitment-done-translated = The translation is saved. Ask somebody else to read it.
commitment-done-reviewed = The translation is marked as reviewed, with your name.
commitment-done-named = You named who signs. It is in the record.
commitment-done-frozen = The text is closed for signing. The leads of all parties were told.
commitment-done-reopened = The text is open again. The leads of all parties were told.
commitment-done-signed = You signed. Record no. { NUMBER($number) } · code { $code }
commitment-done-complete = You signed, and now the commitment stands. Your signature is record no. { NUMBER($number) } · code { $code }
commitment-done-supported = Your name is on it. Record no. { NUMBER($number) } · code { $code }

# When a rule says no.
commitment-no-one-is-open = One is being written or signed already. Work on that one.
commitment-no-not-writing = The text is not open for writing now. What you typed is kept below.
commitment-no-text = Write a text first.
commitment-no-too-long = The text is longer than 40,000 signs. Nobody signs more than they can read. Make it shorter.
commitment-no-not-merged = Two versions of the same words still stand side by side. Keep one, and take out the lines that begin with { $mark }
commitment-no-renewal-unreadable = Write the renewal date as year, month and day: 2027-09-01.
commitment-no-renewal-past = The renewal date must be after today.
commitment-no-renewal-too-far = The renewal date can be five years away at most.
commitment-no-one-or-two-leads = Name one or two leads of your own party.
commitment-no-has-signed = { $name } has signed and stays named. To change that, open the text again.
commitment-no-nobody-named = These parties have not named who signs: { $parties }.
commitment-no-one-party = A commitment needs at least two must-agree parties that have a lead.
commitment-no-not-signing = The text is not open for signing now.
commitment-no-reason-needed = Somebody has signed. Say why you ask to change the text: opening it voids their signature.
commitment-no-not-named = Your party has not named you to sign. Its leads can name you.
commitment-no-signed-already = Your name is on it already.
commitment-no-name-needed = Type the name, as it is signed.
commitment-no-paper-signer = Choose a lead of your party who was named and has not signed.
commitment-no-witness = Choose somebody of another party who saw the signature.
commitment-no-paper-day = Write the day on the paper. It lies between the day the text was closed and today.
commitment-no-nothing-to-confirm = Your party has nothing to confirm now.
commitment-no-nothing-to-support = There is no signed commitment to support now.
commitment-no-own-language = Choose another language than the one of the text.
commitment-no-nothing-to-review = There is no translation for you to review. Nobody reviews their own.

# What waits, on the home page.
commitment-wait-sign = Read the commitment and sign it
commitment-wait-name = Name who signs the commitment for your party
commitment-wait-confirm = Confirm the commitment as the successor
commitment-wait-renew = Renew the commitment

# Letters.
commitment-mail-subject = { $place }: { $subject }
commitment-mail-greeting = Dear { $name },
commitment-mail-link = The commitment of { $place }: { $link }
commitment-mail-frozen-subject = the commitment is closed for signing
commitment-mail-frozen = { $who } closed the text for signing. Named leaders can sign until { $until }. If not all of them have signed by then, the text goes back to writing and nothing is signed.
commitment-mail-reopened-subject = the commitment is open again
commitment-mail-reopened = { $who } opened the text of the commitment again. Nobody had signed.
commitment-mail-changes-subject = signatures are void, the text is open again
commitment-mail-changes = { $who } asks to change the text, so it is open again and the signatures given so far are void. The reason: { $reason }
commitment-mail-signed-subject = { $who } signed the commitment
commitment-mail-signed = { $who } signed. Still missing: { $missing }. The last day to sign is { $until }.
commitment-mail-advised = { $who } signed as an advising party.
commitment-mail-stands-subject = the commitment stands
commitment-mail-stands = Each must-agree party has signed. The commitment stands, and is to be renewed by { $renew_on }.
commitment-mail-signer-left-subject = somebody else has to sign
commitment-mail-signer-left = { $name } was named to sign and is no longer in office. Their party can name another lead. The last day to sign is { $until }.
commitment-mail-not-signed-subject = the commitment was not signed
commitment-mail-not-signed = The last day to sign has passed without every signature, so the text is open for writing again and nothing is signed. Missing were: { $silent }
commitment-mail-lapsed-subject = the commitment has lapsed
commitment-mail-left-office = { $name }, who had signed for { $party }, is no longer in office. The commitment has lapsed until a lead of { $party } confirms it. The last day to confirm is { $until }. The other parties go on as they promised.
commitment-mail-renewal-passed = The renewal date, { $renew_on }, passed thirty days ago without a renewal, so the commitment has lapsed. Any party may begin a new one.
commitment-mail-not-confirmed-subject = nobody confirmed the commitment
commitment-mail-not-confirmed = The last day for a successor to confirm has passed. The commitment stays lapsed. Any party may begin its renewal.
commitment-mail-party-left-subject = { $party } left
commitment-mail-party-left = { $party } has left the partnership, and its signatures no longer count. { $state ->
    [writing] The text is open for writing again.
    [signed] The commitment still stands between the others.
    [withdrawn] Fewer than two must-agree parties are left in the commitment, so it has ended.
   *[other] The rest of the commitment is as it was.
}
commitment-mail-renew-soon-subject = time to renew the commitment
commitment-mail-renew-soon = The commitment is to be renewed by { $renew_on }. Look at what you kept, what you did not keep, and what you want to promise next. Then begin the renewal.
commitment-mail-due-subject = the commitment is due for renewal
commitment-mail-due = The renewal date of the commitment is today. If it is not renewed, it lapses on { $last }.

# The guide.
commitment-guide = Why commit, and how
commitment-guide-why = Leaders change and good work falls apart. A short promise, signed by the leaders of each side and read aloud to the next ones, holds it together.
commitment-guide-questions = Questions to talk about
commitment-guide-question-promise = What do we promise each other, in words that members and families understand?
commitment-guide-question-long = For how long, and when do we look at it again?
commitment-guide-question-leave = What happens if one of us leaves office?
commitment-guide-question-fail = What does it mean not to let each other fail?
commitment-guide-example = An example
commitment-guide-example-says = In one district, { $union-the } and { $head-the } began from the sample text. They took out two promises they could not keep, added one about the budget, and put the renewal in the month after the school board’s election. It took two meetings.
commitment-guide-end = What you end up with
commitment-guide-end-says = One page, signed by named leaders of each must-agree party, with a renewal date and a record number. Print it for a board resolution.
commitment-no-name-differs = Type your name as it stands here: { $own }. If it is wrong, change it under “Your account”, then come back and sign.
commitment-no-nothing-to-renew = No commitment stands now that could be renewed.
commitment-sign-own = You sign as { $own }. This name is printed under the text.
commitment-renew-stands = The commitment you signed stays in force until each side that must agree has signed the new one. It is to be renewed by { $on }.
commitment-renew-asks = These sides are asked to name who signs: { $sides }. { $leads ->
    [one] One lead gets
   *[other] { $leads } leads get
} it on their “To do” list.
commitment-renew-writes = Everybody here who may write can write in the new text. It replaces the old one only when it is signed.
commitment-renew-named = The record says that you began it.
commitment-freeze-title = Close the text for signing?
commitment-freeze-days = From then on the text cannot change. The named leaders have { $days ->
    [one] one day
   *[other] { $days } days
} to sign, until { $until }. If not all of them have signed by then, the text goes back to writing and nothing is signed.
commitment-freeze-back = The leads of all sides get a letter. Any side that must agree can open the text again; signatures then count no more.
commitment-unread = These sides have not said that they read version { $version }: { $sides }.
commitment-read-by-all = Each side that must agree has read version { $version }.
commitment-looked-button = Our side has read this version
commitment-done-looked = Saved: your side has read this version.
commitment-foreign-translated = This text is in { $language }. A translation into { $own } stands below it.
commitment-foreign-alone = This text is in { $language }. Nobody has written a translation into { $own } yet. Ask a lead of your party for one.
commitment-is-over = The commitment has ended
commitment-is-over-read = Read it as it was signed
commitment-none-others = When the sides write down what they promise each other, it stands here. It cannot be begun from your seat just now.
commitment-differs = What is different from the one you signed
commitment-read-standing = Read the text that stands
commitment-wait-look = Read version { NUMBER($version) } of the commitment
commitment-wait-freeze = Close the text of the commitment for signing
