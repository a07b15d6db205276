import Card
import CardState
import PCSC
import Words

/// Reads the cards in the readers that `selectors` mean into `run`, one after the other: what
/// fails with one does not keep the others from being read.
func readReaders(_ selectors: [String], _ run: ReadRun) {
  do throws(PCSCError) {
    let context = try PCSCContext()
    let selection = ReaderSelection(selectors, from: try context.readerStates())
    selection.failures.forEach(run.fail)
    if run.sendsPIN, selection.choices.count > 1 { return run.fail(.pinForMany) }
    for choice in selection.choices where !Interruption.isRequested {
      let reader = CardSnapshot.Reader(name: choice.state.name, index: choice.index)
      run.read(reader) { read throws(ChannelError) in
        do throws(ChannelError) {
          // A read that begins again would send a PIN again.
          let attempts = run.sendsPIN ? 1 : 3
          try context.read(reader: reader.name, attempts: attempts) {
            transaction throws(ChannelError) in
            // A PIN that stays verified would let the next program in, and an ISD-R that stays
            // selected would answer it in place of the SIM; also when the read ends early.
            transaction.disposition = .reset
            let snapshot = try read(transaction)
            if snapshot.euiccs.isEmpty, !run.sendsPIN { transaction.disposition = .leave }
          }
        } catch  where error.code == .cardProtocolMismatch && !choice.state.hasValidAnswerToReset {
          throw .badAnswerToReset
        }
      }
    }
  } catch {
    run.fail(ReadFailure(ChannelError(error)))
  }
}

extension ReadFailure {
  fileprivate static let pinForMany = ReadFailure(
    code: "pin1.manyCards",
    message: Words("the name means several readers, and a PIN is for one card"),
    hint: Words("name the reader by its number: cardinfo readers"))
}

extension ReaderState {
  fileprivate var hasValidAnswerToReset: Bool { (try? AnswerToReset(answerToReset)) != nil }
}

extension ChannelError {
  /// pcscd finds no protocol in an answer to reset that is none.
  fileprivate static let badAnswerToReset = ChannelError(
    Code(rawValue: "card.badAnswerToReset"), Words("the card answers a reset with nonsense"),
    hint: Words(
      "clean its contacts, insert it again; if it stays so, the card or the reader is faulty"))
}
