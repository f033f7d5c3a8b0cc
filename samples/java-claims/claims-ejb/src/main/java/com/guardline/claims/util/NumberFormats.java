package com.guardline.claims.util;

import java.math.BigDecimal;
import java.text.DecimalFormat;
import java.text.SimpleDateFormat;
import java.util.Date;

public final class NumberFormats {

    // 注意: SimpleDateFormat 非线程安全，调用时需同步
    private static final SimpleDateFormat DAY = new SimpleDateFormat("yyyy-MM-dd");
    private static final DecimalFormat AMOUNT = new DecimalFormat("#,##0.00");

    private NumberFormats() {
    }

    public static String day(Date date) {
        if (date == null) {
            return "";
        }
        synchronized (DAY) {
            return DAY.format(date);
        }
    }

    public static String amount(BigDecimal value) {
        if (value == null) {
            return "";
        }
        synchronized (AMOUNT) {
            return AMOUNT.format(value);
        }
    }

    public static BigDecimal nvl(BigDecimal value) {
        return value == null ? BigDecimal.ZERO : value;
    }
}
