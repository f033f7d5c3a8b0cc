package com.guardline.claims.service;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.util.Date;
import java.util.List;

import javax.ejb.LocalBean;
import javax.ejb.Stateless;
import javax.ejb.TransactionAttribute;
import javax.ejb.TransactionAttributeType;
import javax.persistence.EntityManager;
import javax.persistence.PersistenceContext;

import org.apache.commons.io.FileUtils;

import com.guardline.claims.model.Claim;
import com.guardline.claims.model.ClaimDocument;
import com.guardline.claims.util.AppConfig;

@Stateless
@LocalBean
@TransactionAttribute(TransactionAttributeType.REQUIRED)
public class DocumentArchiveBean {

    @PersistenceContext(unitName = "claimsPU")
    private EntityManager em;

    public ClaimDocument store(Claim claim, String fileName, String mimeType, InputStream content, String sourceKind) throws IOException {
        File target = targetFile(claim, fileName);
        FileUtils.copyInputStreamToFile(content, target);
        return register(claim, fileName, mimeType, target, sourceKind);
    }

    public ClaimDocument moveIn(Claim claim, File scanned) throws IOException {
        File target = targetFile(claim, scanned.getName());
        FileUtils.moveFile(scanned, target);
        return register(claim, scanned.getName(), "image/tiff", target, "SCAN");
    }

    @SuppressWarnings("unchecked")
    public List<ClaimDocument> byClaim(Long claimId) {
        return em.createNamedQuery("ClaimDocument.byClaim").setParameter("claimId", claimId).getResultList();
    }

    private File targetFile(Claim claim, String fileName) {
        File dir = new File(AppConfig.get("store.path", "/opt/claims/store"), claim.getClaimNo());
        return new File(dir, System.currentTimeMillis() + "_" + fileName.replaceAll("[^A-Za-z0-9._-]", "_"));
    }

    private ClaimDocument register(Claim claim, String fileName, String mimeType, File target, String sourceKind) {
        ClaimDocument document = new ClaimDocument();
        document.setClaimId(claim.getId());
        document.setFileName(fileName);
        document.setMimeType(mimeType);
        document.setStorePath(target.getAbsolutePath());
        document.setFileSize(Long.valueOf(target.length()));
        document.setSourceKind(sourceKind);
        document.setReceivedAt(new Date());
        em.persist(document);
        return document;
    }
}
