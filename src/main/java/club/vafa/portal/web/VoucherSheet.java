package club.vafa.portal.web;

/** One voucher, to be shown at the till. */
public record VoucherSheet(Shell shell, VoucherList.Held voucher, QrPicture code) {}
