# Two leaders prove to each other who they are.
introduce-alone-title = Waiting for the other side
introduce-alone = The person you asked has not taken their seat yet. Until then you can change the draft. You can also ask them in person.
introduce-title = Prove to each other who you are
introduce-how = Meet or call each other. Do not use e-mail for this. Each of you reads a code aloud, and the other types it in.
introduce-mine = Read this code aloud:
introduce-theirs = The code you hear from them
introduce-theirs-hint = Six letters and numbers. Small or capital letters are fine.
introduce-means = With this you say: I know who this is, and the draft may begin as it stands.
introduce-button = This is their code
introduce-heard-title = You have typed their code
introduce-heard = Now they type yours. Read it to them once more:
introduce-known = The code is right. The partnership begins when they have typed yours.
introduce-begun = You know each other. The partnership is active. Here is what comes first.
introduce-no-code = { $count ->
    [0] This is not their code. Wait a quarter of an hour, then ask them to read it once more.
    [one] This is not their code. Ask them to read it once more. You have { NUMBER($count) } try left.
   *[other] This is not their code. Ask them to read it once more. You have { NUMBER($count) } tries left.
}
introduce-waiting = Read your code to the other leader and type theirs
introduce-letter-subject = The partnership { $place } is active
introduce-letter-body = Both leaders have proved who they are. The partnership { $place } is active from now on. You can now bring in your people and write a commitment together.
introduce-own-code = This is your own code. Read it to them, and type the one they read to you.
