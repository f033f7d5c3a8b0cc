package com.guardline.claims.license;

import java.io.BufferedReader;
import java.io.File;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.NetworkInterface;
import java.security.MessageDigest;
import java.util.Collections;
import java.util.Date;
import java.util.HashMap;
import java.util.Map;

import org.apache.log4j.Logger;

import com.guardline.claims.util.AppConfig;
import com.guardline.claims.util.IoUtil;

/**
 * 许可证校验：许可证与服务器网卡 MAC 地址绑定
 */
public class LicenseManager {

    private static final Logger LOG = Logger.getLogger(LicenseManager.class);
    private static final String SALT = "GL-4-x7Kq";

    private static LicenseManager instance;

    private final Map<String, String> values = new HashMap<String, String>();
    private boolean valid;

    private LicenseManager() {
        reload();
    }

    public static synchronized LicenseManager getInstance() {
        if (instance == null) {
            instance = new LicenseManager();
        }
        return instance;
    }

    public final void reload() {
        values.clear();
        File file = new File(AppConfig.get("license.file", "/opt/claims/conf/license.dat"));
        BufferedReader reader = null;
        try {
            reader = new BufferedReader(new InputStreamReader(new FileInputStream(file), "GBK"));
            String line;
            while ((line = reader.readLine()) != null) {
                int pos = line.indexOf('=');
                if (pos > 0 && !line.startsWith("#")) {
                    values.put(line.substring(0, pos).trim(), line.substring(pos + 1).trim());
                }
            }
            valid = check();
        } catch (IOException e) {
            valid = false;
            LOG.error("许可证文件不存在: " + file);
        } finally {
            IoUtil.closeQuietly(reader);
        }
    }

    public boolean isValid() {
        return valid;
    }

    public String getLicensee() {
        return values.get("licensee");
    }

    public int getMaxUsers() {
        String value = values.get("max.users");
        return value == null ? 0 : Integer.parseInt(value);
    }

    private boolean check() throws IOException {
        String mac = values.get("mac");
        String expires = values.get("expires");
        if (mac == null || expires == null || !localMacs().contains(mac.toUpperCase())) {
            LOG.error("许可证与本机网卡不匹配");
            return false;
        }
        if (new Date().getTime() > java.sql.Date.valueOf(expires).getTime()) {
            LOG.error("许可证已过期 " + expires);
            return false;
        }
        String expected = digest(values.get("licensee") + "|" + mac + "|" + expires + "|" + values.get("max.users") + "|" + SALT);
        return expected.equals(values.get("signature"));
    }

    private static java.util.Set<String> localMacs() throws IOException {
        java.util.Set<String> macs = new java.util.HashSet<String>();
        for (NetworkInterface nic : Collections.list(NetworkInterface.getNetworkInterfaces())) {
            byte[] address = nic.getHardwareAddress();
            if (address != null) {
                StringBuilder sb = new StringBuilder();
                for (byte b : address) {
                    sb.append(sb.length() == 0 ? "" : "-").append(String.format("%02X", Byte.valueOf(b)));
                }
                macs.add(sb.toString());
            }
        }
        return macs;
    }

    private static String digest(String text) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-1").digest(text.getBytes("GBK"));
            StringBuilder sb = new StringBuilder();
            for (byte b : hash) {
                sb.append(String.format("%02x", Byte.valueOf(b)));
            }
            return sb.toString();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
