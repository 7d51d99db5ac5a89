package club.vafa.portal.web;

import club.vafa.ui.QrPicture;

/** One voucher, to be shown at the till. */
public record VoucherSheet(Shell shell, VoucherList.Held voucher, QrPicture code) {}
