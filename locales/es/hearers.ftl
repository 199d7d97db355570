# Quién sabrá de algo por correo, antes de enviarlo.
hearers-title = { $count ->
    [one] Una persona sabrá de esto por correo
   *[other] { $count } personas sabrán de esto por correo
}
hearers-leads = Es líder de { $party }, que debe responder.
hearers-lead = Es líder de { $party }.
hearers-sits = Tiene un lugar por { $party }.
hearers-neutral = Tiene un lugar sin ser de ninguna parte.
hearers-page = Quién se entera
hearers-lede = Aún no se ha hecho nada. Si sigue, estas { $count } personas reciben una carta.
hearers-send = Seguir y enviar { $count } cartas
