import Card
import CardState
import Carriers
import Ledger
import PCSC
import Renewal
import VirtualCard
import Words

// What each layer's error says to people and programs.

extension ChannelError: Explained {
  var problem: Problem {
    Problem(Problem.Code(rawValue: code.rawValue), message, nextStep: hint)
  }
}

extension PCSCError: Explained {
  var problem: Problem { ChannelError(self).problem }
}

extension ReadFailure: Error, Explained {
  var problem: Problem {
    Problem(Problem.Code(rawValue: code), message, nextStep: hint).inReader(reader)
  }
}

extension UnreadAnswer: Error, Explained {
  var problem: Problem { Problem(Problem.Code(rawValue: code), message, nextStep: hint) }
}

extension ParseError: Explained {
  var problem: Problem { Problem(.inputMalformed, message) }
}

extension VPCDError: Explained {
  var problem: Problem {
    Problem(Problem.Code(rawValue: code.rawValue), message, nextStep: hint)
  }
}

extension LedgerError: Explained {
  var problem: Problem {
    Problem(Problem.Code(rawValue: code.rawValue), message, nextStep: hint)
  }
}

extension CarriersError: Explained {
  var problem: Problem {
    Problem(Problem.Code(rawValue: code.rawValue), message, nextStep: hint)
  }
}

extension AttemptError: Explained {
  var problem: Problem {
    Problem(.renewalStep, words, nextStep: Words("cardinfo line show tells how far it is"))
  }
}
