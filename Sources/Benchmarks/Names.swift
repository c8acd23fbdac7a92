/// Made-up names of many kinds of things: pronounceable, with Spanish accents here and there, and all different.
enum Names {
  private static let beginnings = [
    "Al", "Ba", "Ca", "Cho", "Du", "El", "Fe", "Gua", "Ix", "Ja", "Ki", "Lo", "Ma", "Ná", "Oa", "Pé", "Que", "Ri", "Sa", "Ta",
    "Ur",
    "Va", "Xo", "Ye", "Za",
  ]
  private static let middles = [
    "bar", "cán", "do", "gue", "jal", "lis", "me", "nor", "pat", "qui", "ra", "sén", "ta", "vel", "yu", "zin",
  ]
  private static let endings = ["a", "co", "do", "gón", "la", "mas", "nas", "pec", "ra", "tlán", "yo", "zul"]

  /// A name of two or three syllables and the number that keeps it apart from all others.
  static func title(_ kind: String, _ number: Int, using random: inout RandomSource) -> String {
    let middle = random.happens(70) ? random.element(of: middles) : ""
    return "\(kind) \(random.element(of: beginnings))\(middle)\(random.element(of: endings)) \(number)"
  }
}
