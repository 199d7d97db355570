# Equipos: el árbol, quién se sienta, quién comparte la presidencia.
team-kicker = Actuar · paso 5 de 10
team-title = Equipos
team-lede = El trabajo se hace en equipos. Cada equipo tiene personas de todas las partes que necesita y dos presidentes de partes distintas.
team-end = Al final tienen un solo árbol de equipos que cada parte acepta.
team-guide = Leer la guía de este paso
team-found = Formar un equipo
team-none = Todavía no hay equipos
team-none-says = Empiecen con un equipo de liderazgo. Los comités vienen después, cuando haya trabajo para ellos.
team-tree = Quién responde a quién
team-picture = El árbol de equipos
team-picture-says = { $teams ->
    [one] Un equipo
   *[other] { NUMBER($teams) } equipos
} en { $levels ->
    [one] un nivel
   *[other] { NUMBER($levels) } niveles
}. { $whole ->
    [0] Ninguno tiene todavía las dos personas que lo presiden.
    [one] Uno tiene las dos personas que lo presiden.
   *[other] { NUMBER($whole) } tienen las dos personas que los presiden.
}
team-picture-key = La lista de arriba dice lo mismo. Marco grueso: un equipo de liderazgo. Marco fino: un comité. Marco cortado: un equipo en una crisis. Punto lleno: alguien que preside. Punto vacío: falta quien presida. Cada marco cuelga del equipo al que rinde cuentas.
team-members = { $count ->
    [0] nadie todavía
    [one] una persona
   *[other] { $count } personas
}
team-chairs = { $count ->
    [one] Copreside:
   *[other] Copresiden:
}
team-of-party = { $name } ({ $party })
team-ended-title = { $count ->
    [one] Un equipo ha terminado
   *[other] { $count } equipos han terminado
}
team-ended-on = Terminó el { $day }.
team-kind = ¿Qué clase de equipo?
team-kind-state-group = Grupo de socios del estado
team-kind-district-leadership = Equipo de liderazgo del distrito
team-kind-school-leadership = Equipo de liderazgo de la escuela
team-kind-committee = Comité
team-kind-task-force = Equipo de crisis
team-kind-working-group = Grupo de trabajo
team-means-state-group = Grupos de todo el estado que ayudan a muchos distritos.
team-means-district-leadership = Pone metas para el distrito y ayuda a los comités.
team-means-school-leadership = Pone metas para una escuela y ayuda a sus comités.
team-means-committee = Lleva a cabo proyectos y le cuenta al equipo de liderazgo cómo van.
team-means-task-force = Dirige en una crisis y ayuda a los grupos de trabajo.
team-means-working-group = Se encarga de una parte del trabajo en una crisis.
team-gaps = Lo que le falta a este equipo
team-gap-empty = Nadie se sienta en él todavía.
team-gap-no-chair = Todavía nadie lo preside.
team-end-title = Terminar este lugar
team-end-says = Termina al momento, y el registro lo dice. Su parte puede nombrar a la persona otra vez.
team-end-neutral-says = Esta persona no es de ninguna parte y sirve a todas. Hable antes con las demás. Termina al momento, y el registro lo dice.
team-missing = Aquí no hay nadie por: { $parties }
team-gap-one-chair = Falta la segunda persona que preside. Debe ser de otra parte.
team-gap-missing = Nadie se sienta por { $party }, que debe estar de acuerdo.
team-gap-unheard = Nadie se sienta por { $party }.
team-gap-uneven = { $more } tiene más del doble de lugares que { $less }.
team-founded = Fundado
team-reports-to = Responde a
team-no-head = Ningún otro equipo aquí
team-below = Responden a este equipo
team-to-charter = Carta de equipo
team-to-projects = Proyectos
team-to-support = Apoyo
team-to-edit = Cambiar este equipo
team-people = Quién se sienta en él
team-nobody = Nadie todavía. Solo esta parte nombra a su gente.
team-neutral = Sin parte
team-co-chair = Copreside
team-since = desde el { $day }
team-asked = Otra parte propuso a esta persona el { $since }. Su propia parte puede decir que sí hasta el { $until }. Sin un sí no se sienta.
team-confirm = Confirmar a { $name }
team-end-place = Terminar el lugar de { $name }
team-refuse-place = Decir que no por { $name }
team-join-title = Dar lugar a personas en este equipo
team-join-hint = Usted nombra a la gente de su propia parte y a quienes no están en ninguna. Cada otra parte nombra a la suya. El cambio queda en el registro.
team-join-who = ¿Quién entra al equipo?
team-join = Darles su lugar
team-chair-field = Quién copreside por su parte
team-chair-hint = Dos personas comparten la presidencia. Son de partes distintas.
team-chair-new-hint = La otra parte nombra a quien copreside por ella.
team-chair-as-is = Dejarlo como está
team-chair-later = Nombrar más tarde
team-close-title = Cerrar este equipo
team-close-hint = El equipo queda en la lista, con el día y la razón. Nada se borra.
team-close-on = Último día
team-close-on-hint = Hoy, si lo deja vacío.
team-close-reason = ¿Por qué termina?
team-close = Cerrar el equipo
team-new-title = Fundar un equipo
team-new-lede = Unas pocas preguntas cortas. Después se puede cambiar todo menos el tipo.
team-edit-title = Cambiar el equipo
team-edit-lede = El nombre anterior queda en el registro.
team-name = Nombre
team-name-hint = Como lo dirá la gente, por ejemplo «Equipo de liderazgo de la escuela Elm Street».
team-site = Lugar
team-stale = Alguien cambió este equipo antes que usted. Ahora se llama { $name }, en { $place }. Lo que escribió está abajo.
team-done-founded = El equipo existe. Ahora siente a su gente.
team-done-joined = Ya tienen su lugar en el equipo.
team-done-confirmed = Ya tiene su lugar en el equipo.
team-done-left = El lugar terminó.
team-done-closed = El equipo está cerrado.
team-done-changed = El equipo está cambiado.
team-wait-confirm = Diga si { $name } se sienta por su parte en { $team }
team-letter-asked-subject = Proponen a alguien de su parte para un equipo ({ $partnership })
team-letter-asked-body = Proponen a { $name } para { $team }. Solo su parte puede darle el lugar. Diga que sí o que no a más tardar el { $day }. Sin un sí no se sienta.
team-no-kind-missing = Elija una clase de equipo.
team-no-name-taken = Ya hay un equipo con este nombre. Elija otro.
team-no-circle = Un equipo no puede responder a sí mismo, tampoco por medio de otros.
team-no-parent-gone = Ese equipo ya no está. Elija otro.
team-no-site-elsewhere = Elija un lugar que sea de esta alianza.
team-no-not-a-member = Alguien que eligió ya no tiene lugar aquí.
team-no-not-yours = Cada parte sienta a su gente. Elija entre la suya.
team-no-two-chairs = Ya presiden dos personas.
team-no-same-party = Quienes copresiden son de partes distintas.
team-no-neutral-together = Este lugar no es de ninguna parte, así que ninguna lo termina sola. Propóngalo en «Actuar en conjunto».
team-no-neutral-chair = Quien copreside se sienta por una parte.
team-no-nobody = Elija al menos a una persona.
team-no-has-teams = Otros equipos responden a este. Muévalos o ciérrelos primero.
team-no-closed = Este equipo ha terminado.
team-no-date = Elija un día que no esté por venir, por ejemplo 2026-10-16.
team-record-founded = { $who } fundó el equipo { $team }.
team-record-asked = { $who } propuso a alguien de { $party } para { $team }.
team-record-seated = { $who } sentó a alguien de { $party } en { $team }.
team-record-seated-neutral = { $who } sentó a alguien sin parte en { $team }.
team-record-chair = { $who } nombró a quien copreside { $team } por { $party }.
team-record-confirmed = { $who } confirmó el lugar de { $party } en { $team }.
team-record-seat-ended-neutral = { $who } terminó un lugar de alguien sin parte en { $team }.
team-record-seat-ended = { $who } terminó un lugar de { $party } en { $team }.
team-record-seat-refused = { $who } dijo que no a un lugar de { $party } en { $team }.
team-record-seat-lapsed = { $party } no confirmó a tiempo un lugar propuesto en { $team }. Nadie lo tomó.
team-record-changed = { $who } cambió el equipo { $team }.
team-record-closed = { $who } cerró el equipo { $team }.
team-accept-title = ¿Acepta cada parte este árbol?
team-accept-says = Las partes dicen que sí al árbol de equipos: cuáles hay y quién responde a quién. Cuando cambia, se les vuelve a preguntar.
team-to-inventory = ¿Qué comités ya existen?
team-done-asked = Se les preguntó a las partes por el árbol.
team-inventory-title = Comités que ya tenemos
team-inventory-lede = Casi todas las escuelas tienen muchos comités. Anoten cada uno y digan qué debe pasar con él antes de fundar otro.
team-inventory-none = Todavía no hay nada anotado.
team-inventory-add-title = Anotar uno
team-inventory-add = Agregarlo a la lista
team-inventory-does = ¿Qué hace?
team-inventory-sits = Quién se sienta en él
team-inventory-sits-hint = Por función, no por nombre: dos maestras, un director, una conductora de autobús.
team-inventory-fate = ¿Qué debe pasar con él?
team-inventory-by = Lo anotó { $name }
team-inventory-remove = Quitar { $name } de la lista
team-fate-keep = Conservarlo
team-fate-merge = Unirlo con otro
team-fate-stop = Terminarlo
team-fate-begin = Empezarlo
team-no-fate = Diga qué debe pasar con él.
team-done-noted = Está en la lista.
team-done-removed = Ya no está en la lista.
team-what-accepted = El árbol de equipos
