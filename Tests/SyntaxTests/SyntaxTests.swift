import Diagnostics
import Syntax
import Testing

@Test func smoke() {
  let text = #"""
    source ellis_2018 "Mexico's Fight" {
      type article
      author "R. Evan Ellis"
      published 2018
    }
    institution navy "Mexican Navy" {
      native "Armada de México"
      aka "SEMAR", "marines"
      part_of armed_forces
      personnel about 15_000 in 2018              from ellis_2018 ¶19
      personnel low point 2_000 in fox            from ellis_2018 p19, p. 31 ; budget $2.2 billion in 2006–2012
      personnel 40_000 as planned in 2012 supported by la_times_2014 scope "x"
        caveat "y" via b
    }
    claim navy.ports_secured 21 of 103 ports in 2016.. from e ¶1
    state.population in $year * 100_000
    places in 2017 | where violent(30 per 100_000 people) and not coastal
      | sort by rate desc | take 10
    navy
    naval infantry
    how many marines in 2018?
    compare army, navy on personnel, brigades, (missions in 2012) as "M" in pena_nieto across planned vs actual
    say "Groups went from {mexico.major_groups in calderon} to {f("a{b}")}."
    mexico.homicide_rate over 2006..2018
    measure r for place = homicides / population per 100_000 people
    derive mexico.rate in 2016 = a.b in 2016 /
       c because "x"
       caveat "y"
    comparison prisons(when = 2018) { subjects a, b; on prisoners, prisoners / prisons as "P"; in $when }
    report f(since = 2006) "T" { section "G" { say "x"
       gaps
       sources } }
    quit
    """#
  let file = SourceMap().add(name: "t", text: text)
  let result = parse(file)
  print(TreeDump.dump(result.program))
  for d in result.diagnostics { print(d.code, d.message, d.labels.map { file.text($0.range.offsets) + ":" + $0.text }, d.notes) }
}
