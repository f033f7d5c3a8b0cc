package com.guardline.claims.util;

import java.io.File;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Properties;

import org.apache.log4j.Logger;

/**
 * 系统配置，读取安装目录下的 conf/claims.properties
 */
public final class AppConfig {

    private static final Logger LOG = Logger.getLogger(AppConfig.class);

    private static final String DEFAULT_HOME = "/opt/claims";

    private static Properties props;
    private static long loadedAt;

    private AppConfig() {
    }

    public static File home() {
        return new File(System.getProperty("claims.home", DEFAULT_HOME));
    }

    public static synchronized String get(String key) {
        File file = new File(home(), "conf/claims.properties");
        // 文件有改动时重新加载
        if (props == null || file.lastModified() > loadedAt) {
            load(file);
        }
        return props.getProperty(key);
    }

    public static String get(String key, String defaultValue) {
        String value = get(key);
        return value == null || value.trim().length() == 0 ? defaultValue : value.trim();
    }

    public static int getInt(String key, int defaultValue) {
        return Integer.parseInt(get(key, String.valueOf(defaultValue)));
    }

    private static void load(File file) {
        Properties loaded = new Properties();
        InputStream in = null;
        try {
            in = new FileInputStream(file);
            loaded.load(in);
        } catch (IOException e) {
            LOG.error("无法读取配置文件 " + file, e);
        } finally {
            IoUtil.closeQuietly(in);
        }
        props = loaded;
        loadedAt = System.currentTimeMillis();
    }
}
