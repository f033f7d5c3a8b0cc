package com.guardline.claims.util;

import java.util.Calendar;
import java.util.Date;
import java.util.HashSet;
import java.util.Set;

import com.guardline.claims.dao.CodeTableDao;

public class HolidayCalendar {

    private static Set<Long> holidays;

    private HolidayCalendar() {
    }

    public static Date addWorkingDays(Date from, int days) {
        Calendar cal = Calendar.getInstance();
        cal.setTime(truncate(from));
        int left = days;
        while (left > 0) {
            cal.add(Calendar.DAY_OF_MONTH, 1);
            if (isWorkingDay(cal)) {
                left--;
            }
        }
        return cal.getTime();
    }

    public static boolean isWorkingDay(Calendar cal) {
        int weekDay = cal.get(Calendar.DAY_OF_WEEK);
        if (weekDay == Calendar.SATURDAY || weekDay == Calendar.SUNDAY) {
            return false;
        }
        return !holidays().contains(Long.valueOf(truncate(cal.getTime()).getTime()));
    }

    public static Date truncate(Date date) {
        Calendar cal = Calendar.getInstance();
        cal.setTime(date);
        cal.set(Calendar.HOUR_OF_DAY, 0);
        cal.set(Calendar.MINUTE, 0);
        cal.set(Calendar.SECOND, 0);
        cal.set(Calendar.MILLISECOND, 0);
        return cal.getTime();
    }

    private static synchronized Set<Long> holidays() {
        if (holidays == null) {
            Set<Long> loaded = new HashSet<Long>();
            for (Date day : new CodeTableDao().holidays()) {
                loaded.add(Long.valueOf(truncate(day).getTime()));
            }
            holidays = loaded;
        }
        return holidays;
    }
}
