# Quién sabrá de algo por correo, antes de enviarlo.
hearers-title = { $count ->
    [one] Una persona sabrá de esto por correo
   *[other] { $count } personas sabrán de esto por correo
}
hearers-leads = Es líder de { $party }, que debe responder.
