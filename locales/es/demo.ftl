# Las páginas propias de la demostración.
demo-people-title = Demostración: entre como cualquiera
demo-people-lede = Esto es una demostración. Todas las personas son inventadas. Elija con los ojos de quién quiere mirar.
demo-people-none = Todavía no hay nadie. Inicie la demostración con una carpeta vacía para tener el distrito de ejemplo.
demo-sign-in = Ser { $name }
demo-elsewhere = Todavía en ninguna alianza
demo-neutral = Lugares neutrales
demo-lead = lidera esta parte
demo-role = { $role ->
    [co-chair] preside junto con otra persona
    [facilitator] facilita
    [recorder] toma notas
    [observer] observa
    [alternate] suplente
   *[member] miembro
}
demo-operator = administra este servidor
demo-nowhere = tiene una cuenta, todavía sin lugar
demo-mail-title = Demostración: los mensajes
demo-mail-lede = Esto es una demostración. Estos mensajes se habrían enviado; aquí se quedan, los más nuevos primero.
demo-mail-none = Todavía no hay mensajes. Pida un código o invite a alguien, y el mensaje aparecerá aquí.
demo-mail-to = para { $address }
demo-first = Empiece por una de estas personas
