import CardState

/// The ES10a function that reads (GSMA SGP.22 §5.7.3).
extension ISDR {
  /// ES10a.GetEuiccConfiguredAddresses.
  func configuredAddresses() throws(ISDRError) -> ConfiguredAddresses {
    let answer = try call(
      ES10.getConfiguredAddresses, purpose: "ES10a.GetEuiccConfiguredAddresses")
    return ConfiguredAddresses(
      defaultSMDP: answer.first(0x80)?.text, rootSMDS: answer.first(0x81)?.text)
  }
}
