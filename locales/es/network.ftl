# Lo que se cuenta a una alianza de arriba, como un grupo aliado del estado, o a todos.
network-title = Lo que contamos
network-lede = Otros pueden ayudar si saben dónde están. Ustedes eligen contar su fase, su paso y qué tipos de apoyo necesitan. Nada más se cuenta: ni nombres de personas ni textos.
network-given-title = Lo que contamos
network-given-none = No contamos nada a nadie.
network-since = Desde el { $day }
network-end-title = Parar
network-end-says = Su parte sola puede hacerlo, al momento. Para contar otra vez, cada parte debe decir que sí.
network-end = Dejar de contar ahora
network-ended = Ya no se cuenta nada. Lo hizo su parte sola, y el registro lo dice.
network-with = Contar a
network-with-hint = De las alianzas de arriba, aquí están solo las que tienen una página pública. Cada parte debe decir que sí. Cualquier parte puede pararlo al momento.
network-everybody = A todos
network-everybody-means = Quien abra la página de nuestro estado, condado o distrito verá nuestro nombre y lugar, la fase, el paso y qué tipos de apoyo necesitamos.
network-to-site = Ver quién cuenta dónde está, por fase: { $place }
network-share = Preguntar a las demás partes
network-nobody-above = Ninguna alianza de arriba tiene página pública.
network-received-title = Lo que otras nos cuentan
network-received-what = Dónde están en el camino, porque así lo quieren. Pueden parar cuando quieran.
network-at = Ciclo { NUMBER($cycle) } · { $phase }: { $step }
network-all-done = Ciclo { NUMBER($cycle) } · todos los pasos están hechos
network-done = { $count ->
    [one] Uno de diez pasos está hecho
   *[other] { $count } de diez pasos están hechos
}
network-needs = Busca ayuda con: { $needs }
network-no-choice = Elija una alianza de la lista.
network-no-shared = Ya cuentan con ella para esto.
network-no-pending = Ahora mismo se pregunta a las partes por esto.
network-record-agreed = Cada parte aceptó contar fase, paso y tipos de apoyo a { $with }.
network-record-ended = { $who } dejó de contar a { $with } por { $party }.
network-record-opened = Cada parte aceptó mostrar a todos la fase, el paso y los tipos de apoyo.
network-record-shut = { $who } dejó de mostrar a todos dónde estamos, por { $party }.
