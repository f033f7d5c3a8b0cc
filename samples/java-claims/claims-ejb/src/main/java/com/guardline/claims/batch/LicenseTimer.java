package com.guardline.claims.batch;

import javax.ejb.Schedule;
import javax.ejb.Singleton;
import javax.ejb.Startup;
import javax.annotation.PostConstruct;

import org.apache.log4j.Logger;

import com.guardline.claims.license.LicenseManager;

@Singleton
@Startup
public class LicenseTimer {

    private static final Logger LOG = Logger.getLogger(LicenseTimer.class);

    @PostConstruct
    public void atStart() {
        LOG.info("licensed to " + LicenseManager.getInstance().getLicensee());
    }

    @Schedule(hour = "0", minute = "5", persistent = false)
    public void check() {
        LicenseManager.getInstance().reload();
    }
}
