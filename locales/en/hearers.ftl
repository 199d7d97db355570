# Who will hear of something by mail, shown before it is sent.
hearers-title = { $count ->
    [one] One person will hear of this by mail
   *[other] { $count } people will hear of this by mail
}
hearers-leads = Leads { $party }, which has to answer.
hearers-lead = Leads { $party }.
hearers-sits = Sits for { $party }.
hearers-neutral = Has a seat in no party.
hearers-page = Who will hear
hearers-lede = Nothing is done yet. If you go on, these { $count } people get a letter.
hearers-send = Go on and send { $count } letters
