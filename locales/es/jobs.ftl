# La página de tareas para quien administra la instalación.
jobs-title = Tareas en espera
jobs-lede = Mensajes, recordatorios y lo que una fecha trae consigo. Lo que falló diez veces queda aquí hasta que usted lo intente de nuevo.
jobs-none = Nada espera. Todo está hecho.
jobs-tries = { $count ->
    [one] { $count } intento
   *[other] { $count } intentos
}
jobs-again = Intentar de nuevo
jobs-revived = Se intentará de nuevo ahora.
