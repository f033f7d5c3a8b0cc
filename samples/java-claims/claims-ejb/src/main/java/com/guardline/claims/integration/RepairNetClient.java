package com.guardline.claims.integration;

import java.io.IOException;
import java.io.OutputStream;
import java.net.HttpURLConnection;
import java.net.URL;

import javax.xml.bind.DatatypeConverter;

import org.apache.log4j.Logger;

import com.guardline.claims.util.AppConfig;

/**
 * Î¬ÐÞÍø¹Ø½Ó¿Ú£¨HTTP£©
 */
public class RepairNetClient {

    private static final Logger LOG = Logger.getLogger(RepairNetClient.class);
    private static RepairNetClient instance = new RepairNetClient();

    private int failures;

    public static RepairNetClient getInstance() {
        return instance;
    }

    public void announce(String orderNo, String claimNo) {
        if (failures > 20) {
            LOG.warn("RepairNet switched off after " + failures + " failures");
            return;
        }
        try {
            URL url = new URL(AppConfig.get("partner.gateway.url", "http://192.168.10.40:8080/repairnet/orders"));
            HttpURLConnection con = (HttpURLConnection) url.openConnection();
            con.setConnectTimeout(5000);
            con.setReadTimeout(10000);
            con.setRequestMethod("POST");
            con.setDoOutput(true);
            String credentials = AppConfig.get("partner.gateway.user") + ":" + AppConfig.get("partner.gateway.password");
            con.setRequestProperty("Authorization", "Basic " + DatatypeConverter.printBase64Binary(credentials.getBytes("UTF-8")));
            con.setRequestProperty("Content-Type", "text/xml; charset=UTF-8");
            OutputStream out = con.getOutputStream();
            out.write(("<order no=\"" + orderNo + "\" claim=\"" + claimNo + "\"/>").getBytes("UTF-8"));
            out.close();
            if (con.getResponseCode() >= 300) {
                throw new IOException("HTTP " + con.getResponseCode());
            }
            failures = 0;
        } catch (IOException e) {
            failures++;
            LOG.error("RepairNet: " + orderNo, e);
        }
    }
}
