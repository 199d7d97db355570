# Lo que una alianza ha acordado, en una página.
agreements-title = Acuerdos
agreements-lede = Lo que han acordado, en un solo lugar: qué se prometió y cuándo se vuelve a mirar.
agreements-promise = Lo que nos prometemos
agreements-promise-none = Todavía no hay compromiso. Es la promesa que firman todas las partes que deben estar de acuerdo.
agreements-promise-open = Abrir el compromiso
agreements-commitment = Nuestro compromiso
agreements-renew = Desde el { $since } · renovar a más tardar el { $date }
agreements-since = Desde el { $since }
agreements-not = Son acuerdos de trabajo. No son una negociación, no renuncian a ningún derecho y no crean costumbre.
