import Card

/// Enabling, disabling and deleting profiles (SGP.22 §5.7.16 to §5.7.19).
extension SecureElement {
  /// EnableProfile. The profile that was enabled is disabled with it.
  mutating func enable(_ parts: [BERTLV], _ behaviour: Behaviour) throws(FunctionRefusal)
    -> Outcome
  {
    let wantsRefresh = try refreshFlag(parts)
    let name = try identification(parts)
    if let refusal = behaviour.refusal(ofSwitch: name, wantsRefresh) { return refusal }
    guard let target = position(name) else { return .notFound }
    guard profiles.element(target)?.isEnabled == false else { return .wrongState }
    if enabledProfile?.policyRules.contains(.disableNotAllowed) == true {
      return .disallowedByPolicy
    }
    if behaviour.euicc.onlySaysThatItSwitches { return .done }
    if let current = profiles.firstIndex(where: \.isEnabled) {
      try setEnabled(false, current)
    }
    try setEnabled(true, target)
    isRefreshPending = wantsRefresh
    return .done
  }

  /// DisableProfile.
  mutating func disable(_ parts: [BERTLV], _ behaviour: Behaviour) throws(FunctionRefusal)
    -> Outcome
  {
    let wantsRefresh = try refreshFlag(parts)
    let name = try identification(parts)
    if let refusal = behaviour.refusal(ofSwitch: name, wantsRefresh) { return refusal }
    guard let target = position(name) else { return .notFound }
    guard let profile = profiles.element(target), profile.isEnabled else { return .wrongState }
    if profile.policyRules.contains(.disableNotAllowed) { return .disallowedByPolicy }
    try setEnabled(false, target)
    isRefreshPending = wantsRefresh
    return .done
  }

  /// DeleteProfile. Its request names the profile without a layer around.
  mutating func delete(_ parts: [BERTLV]) throws(FunctionRefusal) -> Outcome {
    guard let target = position(parts), let profile = profiles.element(target) else {
      return .notFound
    }
    if profile.isEnabled { return .wrongState }
    if profile.policyRules.contains(.deleteNotAllowed) { return .disallowedByPolicy }
    try report(.delete, of: profile)
    profiles.remove(at: target)
    return .done
  }

  /// eUICCMemoryReset: deletes what the bits name, whatever state and rules it has. Test profiles
  /// count as loaded in the field.
  mutating func reset(_ parts: [BERTLV]) throws(FunctionRefusal) -> Outcome {
    guard let bits = parts.first(0x82), bits.value.count == 2, let options = bits.value.last else {
      throw .wrongData
    }
    let doomed = profiles.filter { profile in
      switch profile.profileClass ?? .operational {
      case .operational: options & 0x80 != 0
      case .test: options & 0x40 != 0
      case .provisioning: false
      }
    }
    let forgetsAddress = options & 0x20 != 0 && defaultSMDP != nil
    guard !doomed.isEmpty || forgetsAddress else { return .notFound }
    for profile in doomed { try report(.delete, of: profile) }
    isRefreshPending = doomed.contains(where: \.isEnabled)
    profiles.removeAll { doomed.contains($0) }
    if forgetsAddress { defaultSMDP = nil }
    return .done
  }

  /// The profile that an ICCID or an AID names.
  func position(_ identification: [BERTLV]) -> Int? {
    if let iccid = identification.first(0x5A) {
      return profiles.firstIndex { iccid.value.elementsEqual(Digits.iccid($0.iccid)) }
    }
    guard let aid = identification.first(0x4F) else { return nil }
    return profiles.firstIndex { aid.value.elementsEqual($0.aid) }
  }

  private func identification(_ parts: [BERTLV]) throws(FunctionRefusal) -> [BERTLV] {
    guard let identification = parts.first(0xA0) else { throw .wrongData }
    return try self.parts(of: identification)
  }

  /// BOOLEAN: anything but 00 is true.
  private func refreshFlag(_ parts: [BERTLV]) throws(FunctionRefusal) -> Bool {
    guard let flag = parts.first(0x81)?.value.first else { throw .wrongData }
    return flag != 0
  }

  private mutating func setEnabled(_ isEnabled: Bool, _ index: Int) throws(FunctionRefusal) {
    profiles.modify(index) { $0.isEnabled = isEnabled }
    if let profile = profiles.element(index) {
      try report(isEnabled ? .enable : .disable, of: profile)
    }
  }
}

extension Behaviour {
  /// How a switch ends that the eUICC does not take in this form.
  fileprivate func refusal(
    ofSwitch name: [BERTLV], _ wantsRefresh: Bool
  ) -> SecureElement.Outcome? {
    let isByICCID = name.first(0x5A) != nil
    if wantsRefresh, refusesRefresh || euicc.refusesICCIDWithRefresh && isByICCID {
      return .undefinedError
    }
    return euicc.refusesICCID && isByICCID ? .undefinedError : nil
  }
}
