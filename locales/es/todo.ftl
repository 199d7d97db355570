# Todo lo pendiente para una persona, con fechas y lo que pasa sin respuesta; y lo que hizo hoy.
todo-title = Pendientes
todo-lede = Todo lo que espera por usted, con la fecha más cercana primero. Aquí el silencio nunca se toma como un sí.
todo-nothing = De su lado, todo está hecho. Cuando algo le toque a usted, aparecerá aquí.
todo-since = espera desde el { $date }
todo-until = a más tardar el { $date }
todo-soon = Pronto
todo-done = Hecho hoy
todo-done-none = Hoy, nada todavía.
todo-everywhere = Ver lo pendiente en todas sus alianzas
todo-silence-joint = Si nadie responde hasta entonces, termina sin efecto. Solo el cierre de la alianza sigue adelante, y el registro dice «por una parte».
todo-silence-sign = Si usted no firma hasta entonces, el texto se abre otra vez. Nadie habrá prometido nada.
todo-silence-confirm = Si nadie confirma hasta entonces, el compromiso queda sin vigencia y se puede renovar.
todo-silence-renew = Si no se renueva hasta entonces, pierde vigencia. Se puede renovar después.
todo-silence-other = Si usted no dice nada, eso nunca es un sí. La página dice qué pasa entonces.
todo-going-on = En curso ahora, hasta las { $time }
todo-going-on-still = En curso ahora, pasada su hora
