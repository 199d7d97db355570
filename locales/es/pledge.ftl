# «Agregar mi nombre»: apoyo sin cuenta. Lo leen las familias: sexto grado.
at-title = Alianzas que piden su nombre
at-lede = Estas alianzas abrieron una página para todos. Elija la suya, lea quiénes trabajan juntos y agregue su nombre.
at-none = Ninguna alianza tiene todavía una página pública
at-none-what = Muestre esta página a quien dirige su escuela, a su sindicato o a la junta escolar. Cualquiera puede comenzar, con cinco preguntas.
at-one-lede = Trabajan juntos aquí: { $parties }.
at-one-since = Juntos desde
at-one-names = Nombres agregados
at-one-names-count = { $count ->
    [one] una persona: vecina, familiar o colega
   *[other] { $count } personas: vecinos, familias y colegas
}
pledge-title = Agregar mi nombre
pledge-lede = ¿Le gusta que estos grupos trabajen juntos por nuestras escuelas? Dígalo. No necesita una cuenta.
pledge-name = Su nombre
pledge-name-hint = Como quiere que se lea.
pledge-connection = ¿Quién es usted aquí?
pledge-family = Crío a un estudiante
pledge-neighbor = Vivo o trabajo cerca
pledge-staff = Trabajo en las escuelas
pledge-other = Otra cosa
pledge-grown = Tengo 18 años o más
pledge-grown-means = No guardamos nombres de niños.
pledge-add = Agregar mi nombre
pledge-who-sees = Las personas de esta alianza pueden leer su nombre. Esta página solo muestra cuántos nombres hay. Usted recibe un enlace con el que puede quitar el suyo cuando quiera.
pledge-done = Gracias. Se agregó su nombre.
pledge-mine-title = Su nombre
pledge-stands = { $name } apoya a { $place }.
pledge-keep-link = Esta es su propia página. Guarde su dirección: es la única manera de quitar su nombre usted mismo. Cópiela en un mensaje para usted, o tome una foto de esta página.
pledge-take-back = Quitar mi nombre
pledge-taken-back = Se quitó su nombre.
pledge-gone = Su nombre ya no está aquí.
pledge-no-connection-missing = Elija quién es usted aquí.
pledge-no-not-grown = Solo personas de 18 años o más pueden agregar su nombre. Pida a un adulto que agregue el suyo.
home-do-it = Hacerlo ahora
pledge-no-name-missing = Escriba su nombre.
pledge-no-name-long = Escriba su nombre con 100 letras como máximo.
at-add = Leer más y agregar su nombre
at-not-here = ¿No está aquí su escuela o distrito?
at-not-here-what = Entonces allí no hay todavía una página abierta. Muestre esta página a quien dirige su escuela, a su sindicato o a la junta escolar: cualquiera puede comenzar.
at-front = Leer qué es una alianza
at-one-what = Juntos eligen una meta para los estudiantes a la vez, escriben lo que se prometen y miran qué salió de ello. Allí no se negocia nada.
at-one-hidden = Lo que escriben lo muestran ellos. Si quiere leer su promesa, pídala a uno de ellos.
at-one-names-none = Todavía ninguno. El suyo puede ser el primero.
at-one-others = Ver todas las páginas como esta
