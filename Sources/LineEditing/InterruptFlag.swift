import CLineEditor

/// The request to stop that Ctrl-C makes while something is being evaluated. After `install`, SIGINT no longer ends the
/// process: it raises the flag, and interrupts a blocked read or wait. The flag belongs to the process, as the signal does.
public enum InterruptFlag {
  /// Takes over SIGINT. A line editor does this by itself; a script's runner calls it.
  public static func install() { cotejo_interrupt_install() }

  /// Whether Ctrl-C was pressed since `clear`. Costs about a nanosecond, so that an evaluator can ask often.
  public static var isRaised: Bool { cotejo_interrupt_is_set() }

  /// Lowers the flag, before the next piece of work begins. Reading an entry lowers it, too.
  public static func clear() { cotejo_interrupt_clear() }
}
