# Who will hear of something by mail, shown before it is sent.
hearers-title = { $count ->
    [one] One person will hear of this by mail
   *[other] { $count } people will hear of this by mail
}
hearers-leads = Leads { $party }, which has to answer.
