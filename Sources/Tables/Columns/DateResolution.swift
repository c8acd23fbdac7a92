/// What a cell of a date column stands for. A month or a year is held as its first day.
public enum DateResolution: String, Sendable, CaseIterable { case day, month, year }
