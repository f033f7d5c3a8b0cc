package com.guardline.claims.batch;

import java.io.File;
import java.io.IOException;

import javax.ejb.EJB;
import javax.ejb.Schedule;
import javax.ejb.Singleton;

import org.apache.log4j.Logger;

import com.guardline.claims.model.Claim;
import com.guardline.claims.service.ClaimServiceBean;
import com.guardline.claims.service.DocumentArchiveBean;
import com.guardline.claims.util.AppConfig;

/**
 * 每五分钟扫描共享目录中的影像文件，文件名格式: 赔案号_序号.tif
 */
@Singleton
public class ScanFolderTimer {

    private static final Logger LOG = Logger.getLogger(ScanFolderTimer.class);
    private static final String DEFAULT_PATH = "\\\\fileserver01\\claims$\\scan"; // 扫描仪共享目录

    @EJB
    private ClaimServiceBean claims;
    @EJB
    private DocumentArchiveBean archive;

    @Schedule(hour = "*", minute = "*/5", persistent = false)
    public void scan() {
        File[] files = new File(AppConfig.get("scan.path", DEFAULT_PATH)).listFiles();
        if (files == null) {
            LOG.warn("共享目录无法访问");
            return;
        }
        for (File file : files) {
            int pos = file.getName().indexOf('_');
            Claim claim = pos > 0 ? claims.findByNo(file.getName().substring(0, pos)) : null;
            if (claim == null) {
                continue;
            }
            try {
                archive.moveIn(claim, file);
            } catch (IOException e) {
                LOG.error(file + " not archived", e);
            }
        }
    }
}
