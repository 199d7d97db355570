# The record's pages and the sentence of each kind of act.
record-title = The joint record
record-lede = Every formal act of this partnership, the newest first. Each act has a number and a code that stands for it and for all that came before. If anybody ever changed the record, even the people who run this server, the codes you kept would show it.
record-none = Nothing has been recorded yet. The first act will show here.
record-number = Record no. { NUMBER($number) }
record-mark = Record no. { NUMBER($number) } · code { $code }
record-older = Show older acts
record-receipt = Download the receipt for a program
record-file = Download the whole record
record-checkpoint = Download today's proof
record-keep-title = Keep a proof of your own
record-keep = A printed page or a letter from here is a proof: it has a number and a code. If anybody ever rewrote the record, your copy would show it. Keep one now and then. The two files are for a program: “concord verify” reads them.
record-key = This install's public key
record-paper-title = Does my paper match?
record-paper-hint = Type the number and the code from a printed page or a letter.
record-paper-number = Record number
record-paper-code = Code
record-paper-check = Check my paper
record-paper-yes = It matches. Your paper and this record say the same about that act and all before it.
record-paper-no = It does not match. Check that you typed both right. If you did, show your paper to the other side and run “concord verify”.
record-see = See how it stands today
record-texts = Words that belong to it
record-text-gone = The record still proves that words were there.
record-entry = The entry as it is stored
record-by-the-house = Concord itself
record-name-taken-out = a person whose name was lawfully taken out
record-record-opened = The record was opened.
record-key-rotated = The install's signing key was changed. Both keys signed.
record-text-redacted = A text was lawfully taken out: { $reason }
record-commitment-begun = { $who } began the commitment.
record-commitment-changes-asked = { $who } asked to change the commitment and opened its text again. Signatures voided: { $voided }.
record-commitment-completed = Each must-agree party has signed: the commitment stands in version { $version }, to be renewed by { $renewal }.
record-commitment-confirmed = { $who } confirmed the commitment for { $party }, as the successor of a signer who left office.
record-commitment-frozen = { $who } closed version { $version } of the commitment for signing, to be renewed by { $renewal }.
record-commitment-lapsed = { $reason ->
    [left-office] The commitment lapsed for { $party }, because a signer left office.
   *[other] The commitment lapsed, because its renewal date had passed.
}
record-commitment-not-confirmed = No successor confirmed the commitment in time. It stays lapsed.
record-commitment-not-signed = Version { $version } of the commitment was not signed by everybody in time. It is open for writing again.
record-commitment-party-withdrew = { $party } left, and its part in the commitment ended. { $state ->
    [withdrawn] The commitment ended.
    [writing] The text is open for writing again.
   *[other] The rest is as it was.
}
record-commitment-renewal-begun = { $who } began the renewal of the commitment.
record-commitment-renewed = Version { $version } of the commitment was replaced by its renewal.
record-commitment-reopened = { $who } opened the text of the commitment again. Nobody had signed.
record-commitment-signed = { $standing ->
    [advising] { $who } signed the commitment for { $party }, as an advising party, in version { $version }.
   *[other] { $who } signed the commitment for { $party }, in version { $version }.
}
record-commitment-signed-on-paper = { $who } entered a signature for { $party } that was given on paper on { $on }, with a witness of another party.
record-commitment-signers-named = { $who } named who signs the commitment for { $party }.
record-commitment-supported = { $who }, of { $party }, added their name to the commitment.
record-commitment-translated = { $who } translated version { $version } of the commitment ({ $language }).
record-commitment-translation-reviewed = { $who } reviewed the translation of version { $version } of the commitment ({ $language }).
record-joint-closed-by-one-side = The date passed without an answer from { $silent }. The partnership was closed by one side.
record-joint-confirmed = { $who } said yes for { $party }: “{ $act }”.
record-joint-ended-by-refusal = “{ $act }” ended, because one side said no.
record-joint-lapsed = “{ $act }” lapsed. Nothing changed.
record-joint-passed = All sides agreed: “{ $act }”. It was done.
record-joint-proposed = { $who } proposed for { $party }: “{ $act }”.
record-joint-refused = { $who } said no for { $party }: “{ $act }”.
record-joint-withdrawn = The proposal “{ $act }” was taken back.
record-lead-named = { $who } named a new lead for { $party }.
record-lead-objected = { $who } objected to the proposed lead of { $party }.
record-lead-proposed = { $who } proposed a lead for { $party }.
record-lead-recovered = { $party } has a lead again. Nobody from that side objected.
record-partnership-active = Both leaders know each other. The partnership began with { $parties }.
record-partnership-begun = { $who } began a draft at { $site }.
record-partnership-ended = The partnership ended.
record-partnership-paused = The partnership paused, because fewer than two must-agree parties are left.
record-party-empty = Nobody sits for { $party } any more. Its successor contact will be asked.
record-party-withdrew = { $who } took { $party } out of the partnership.
record-seat-changed = { $who } changed a seat of { $party }.
record-seat-ended = { $reason ->
    [left] { $who } gave up their own seat.
    [term] A term ended, and with it a seat.
   *[ended] { $who } ended a seat.
}
record-seat-taken = { $lead ->
    [true] { $who } took a seat as lead for { $party }.
   *[false] { $who } took a seat.
}
record-successor-asked = The successor contact of { $party } was asked to take its seat.
record-successor-named = { $who } named a successor contact for { $party }.
record-invitation-declined = An invitation was declined.
record-invitation-sent = { $who } invited somebody to sit for { $party }.
record-invitation-withdrawn = { $who } took an invitation back.
record-held = There has been a legal hold since { $day }: somebody, such as a court or a records office, asked that the papers of this partnership be kept. While it lasts nothing is removed.
record-held-why = Record no. { NUMBER($number) } says why.
record-held-who = Only whoever runs this server can place a hold or end it. Each time the record says so.
record-hold-placed = The operator was asked to keep everything of this partnership: a legal hold began. Nothing is removed while it lasts.
record-hold-released = The operator ended the legal hold.
record-hold-reason = Say in a line who asked for the hold, and why. Nothing was changed.
record-hold-held = A hold lasts already. Nothing was changed.
record-hold-not-held = There is no hold to release. Nothing was changed.
record-go = Go to record number
record-go-button = Show it
record-receipt-says = For people: print this page. Its number and code are the proof, and the record’s page says whether they match. The receipt is the same for a program: “concord verify” reads it.
record-entry-says = Sign by sign as the proof is made from it. Counting begins at 0 in there, so “seq” is one less than the number above. Names and texts are not in it, only their fingerprints.
