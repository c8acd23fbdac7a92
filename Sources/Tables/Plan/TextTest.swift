/// What may be asked of a text and a part of it. Letters are compared as they are.
public enum TextTest: String, Sendable, CaseIterable { case contains, startsWith, endsWith }
