import Casebook
import Evidence
import Testing

@testable import Analysis
