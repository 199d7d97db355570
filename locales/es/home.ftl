# El inicio de una alianza: lo pendiente, el camino, lo que cambió; y la lista de todas las alianzas de una persona.
home-title = Sus alianzas
home-none = Todavía no tiene un lugar
home-none-what = Comience una alianza, o abra el enlace de una invitación que haya recibido.
home-all = Todas sus alianzas
home-waits = { $count ->
    [one] Aquí hay una cosa pendiente para usted
   *[other] Aquí hay { $count } cosas pendientes para usted
}
home-crisis = Hay una crisis en marcha: { $name }.
home-crisis-go = Ver qué se sabe, o plantear una preocupación
home-waiting = Pendiente para usted
home-nothing = No tiene nada pendiente
home-nothing-what = Cuando haya algo para usted, aparecerá aquí primero.
home-next = El paso que comparten ahora:
home-also = También pendiente
home-changed = Qué cambió
home-changed-none = Nada todavía. El primer acto aparecerá aquí.
home-all-acts = Ver el registro completo
home-step-done = Hecho
home-step-here = Están aquí
home-step-later = Después
home-draft = Esto es un borrador. No declara ninguna alianza y nadie de afuera puede verlo. Se activa cuando dos líderes de partes distintas se han confirmado.
home-paused = Esta alianza está en pausa. Todo se conserva.
home-ended = Esta alianza terminó. Usted todavía puede leer todo y llevárselo.
home-export = Llevarse todo
home-round = Ciclo { NUMBER($cycle) }
home-more = { $count ->
    [one] Hay una cosa más pendiente
   *[other] Hay { $count } cosas más pendientes
}
home-path = El camino: { NUMBER($done) } de 10 pasos hechos
home-phase = { NUMBER($done) } de { NUMBER($steps) } hechos
home-step-begun = En marcha
home-guide = Lea para qué sirve cada paso
home-fold-seats = { NUMBER($count) } personas tomaron su lugar.
home-fold-left = { NUMBER($count) } personas dejaron su lugar.
home-fold-invited = Se invitó a { NUMBER($count) } personas.
home-fold-signed = { NUMBER($count) } personas firmaron el compromiso.
home-fold-supported = { NUMBER($count) } personas agregaron su nombre al compromiso.
home-fold-more = { $count ->
    [one] { $newest }, y otro acto de este tipo.
   *[other] { $newest }, y { $count } actos más de este tipo.
}
home-go-in = Entrar
home-draft-open = Abrir el borrador
home-left = Ahora no tiene un lugar
home-left-what = Lo que escribió y firmó donde participaba queda en el registro de allí, con su nombre. Si quiere una copia de lo que firmó, pídala a quien dirige allí. Si le invitan de nuevo, abra el enlace que le envíen.
