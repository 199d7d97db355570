# La biblioteca de lecciones, abierta a todos.
library-title = La biblioteca
library-lede = Lecciones cortas de alianzas que usan este servidor. Cada parte leyó cada lección antes de que llegara aquí. No hace falta cuenta.
library-none-title = El estante está vacío
library-none = Las lecciones llegan cuando cada parte de una alianza acepta contarlas.
library-from = De { $partnership }, { $day }
library-translated = Traducida del idioma { $language } y leída por otra persona.
library-record = Registro n.º { NUMBER($number) } · código { $code } en su registro común
library-published = En la biblioteca desde el { $day }
library-taken-up = { $count ->
    [one] Otra alianza ya la tomó.
   *[other] Ya la tomaron { $count } alianzas más.
}
library-take-up-at = Usarla en { $partnership }
library-take-up-hint = Reciben una copia propia. Dice de dónde viene, también si después retiran la lección.
library-name-us = Nos pueden nombrar al lado
library-take-up = Tomar la lección
library-taken-back = Esta lección se retiró el { $day }.
library-gone-title = Aquí hubo una lección
library-back = Ver las otras lecciones
library-print = Imprimir
