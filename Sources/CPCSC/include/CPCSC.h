// What Swift can't import from PC/SC Lite: macros with casts, with arguments, or with addresses.
// Everything else comes from CPCSCLite as it is.
#pragma once
#include <winscard.h>
#include <reader.h>
#include <stddef.h>

/// The protocol control information that SCardTransmit wants for a protocol; NULL when it has none.
static inline const SCARD_IO_REQUEST *cpcsc_pci(DWORD protocol) {
  switch (protocol) {
  case SCARD_PROTOCOL_T0:
    return SCARD_PCI_T0;
  case SCARD_PROTOCOL_T1:
    return SCARD_PCI_T1;
  case SCARD_PROTOCOL_RAW:
    return SCARD_PCI_RAW;
  default:
    return NULL;
  }
}

/// SCARD_CTL_CODE: the control code of a function of the reader's driver.
static inline DWORD cpcsc_control_code(DWORD function) { return SCARD_CTL_CODE(function); }

/// Control codes, attributes and sizes made with casts.
enum : DWORD {
  cpcsc_get_feature_request = CM_IOCTL_GET_FEATURE_REQUEST,
  cpcsc_attribute_vendor_name = SCARD_ATTR_VENDOR_NAME,
  cpcsc_attribute_vendor_ifd_type = SCARD_ATTR_VENDOR_IFD_TYPE,
  cpcsc_attribute_vendor_ifd_version = SCARD_ATTR_VENDOR_IFD_VERSION,
  cpcsc_attribute_vendor_ifd_serial_no = SCARD_ATTR_VENDOR_IFD_SERIAL_NO,
  cpcsc_attribute_channel_id = SCARD_ATTR_CHANNEL_ID,
  cpcsc_attribute_atr_string = SCARD_ATTR_ATR_STRING,
  cpcsc_max_buffer_size_extended = MAX_BUFFER_SIZE_EXTENDED,
};
