# The demo's own pages.
demo-people-title = Demo: sign in as anybody
demo-people-lede = This is a demo. Everybody here is invented. Choose whose eyes to look through.
demo-people-none = Nobody is here yet. Start the demo with an empty folder to get the sample district.
demo-sign-in = Be { $name }
demo-elsewhere = In no partnership yet
demo-neutral = Neutral seats
demo-lead = leads this party
demo-role = { $role ->
    [co-chair] co-chair
    [facilitator] facilitator
    [recorder] recorder
    [observer] observer
    [alternate] alternate
   *[member] member
}
demo-operator = runs this server
demo-nowhere = has an account, sits nowhere yet
demo-mail-title = Demo: the letters
demo-mail-lede = This is a demo. These letters would have been sent; here they stay, newest first.
demo-mail-none = No letters yet. Ask for a code or invite somebody, and the letter shows here.
demo-mail-to = to { $address }
demo-first = Begin with one of these
