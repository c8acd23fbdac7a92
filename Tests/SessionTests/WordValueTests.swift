import Testing

/// Words that claims give as values, and what an everyday word may mean, in the casebook of the article.
@Suite struct WordValueTests {
  private let reader = Reader(width: 100)

  @Test func aWordOfTheCasebookStandsForItself() {
    let plain = reader.run("assessments | where stance = concern").printed
    #expect(plain == reader.run("assessments | where stance = \"concern\"").printed)
    #expect(plain.contains("10 assessments"))
    // An entity or a kind of that name is not meant beside a property of words.
    #expect(reader.run("sources | where type = report | count").printed.hasPrefix("4"))
    #expect(reader.run("disagreements | where disagreement_kind one of (conflict, gap) | count").printed.hasPrefix("9"))
  }

  @Test func aWordOfTheSameTextIsKnown() {
    let printed = reader.run(
      "assessment c_gloom \"Gloom\" { stance gloomy from ellis_2018 ¶1 }\nassessments | where stance = gloomy | select title"
    ).printed
    #expect(printed.contains("Gloom") && printed.contains("1 assessment"), "\(printed)")
    #expect(reader.run("claims | where value = gloomy | count").printed.hasPrefix("1"))
  }

  @Test func aWordThatNoClaimGivesIsAnError() {
    let near = reader.run("assessments | where stance = concen").printed
    #expect(near.contains("no claim gives stance the value concen") && near.contains("did you mean `concern`?"), "\(near)")
    let far = reader.run("assessments | where stance = xyzzy").printed
    #expect(far.contains("its values are achievement, "), "\(far)")
  }

  @Test(arguments: [
    ("navy", "Mexican Navy"), ("marines", "Naval Infantry"), ("Chapo", "Joaquín \"El Chapo\" Guzmán"),
    ("CJNG", "Jalisco New Generation Cartel"), ("pena nieto", "Peña Nieto administration"), ("army", "Mexican Army"),
  ])
  func anEverydayWordFindsWhatAPersonMeans(word: String, title: String) {
    let printed = reader.run(word).printed
    #expect(printed.hasPrefix(title + " · "), "\(printed.prefix(200))")
    if word == "army" { #expect(printed.contains("others have “army” in their names: `who army` lists them"), "\(printed)") }
  }

  /// What has only an end stands there in a timeline, not before everything else.
  @Test func aTimelineIsInOrder() throws {
    let printed = reader.run("timeline navy in pena_nieto").printed
    let first = try #require(printed.firstRange(of: "\n22 February 2014"))
    let middle = try #require(printed.firstRange(of: "\nsince March 2017"))
    let open = try #require(printed.firstRange(of: "\nuntil 2018"))
    let last = try #require(printed.firstRange(of: "\nuntil 2020"))
    #expect(first.lowerBound < middle.lowerBound && middle.lowerBound < open.lowerBound && open.lowerBound < last.lowerBound)
    #expect(!printed.contains("are shown"))
  }
}
