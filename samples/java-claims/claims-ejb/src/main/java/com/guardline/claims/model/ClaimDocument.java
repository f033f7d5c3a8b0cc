package com.guardline.claims.model;

import java.io.Serializable;
import java.util.Date;

import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.GeneratedValue;
import javax.persistence.GenerationType;
import javax.persistence.Id;
import javax.persistence.NamedQueries;
import javax.persistence.NamedQuery;
import javax.persistence.SequenceGenerator;
import javax.persistence.Table;
import javax.persistence.Temporal;
import javax.persistence.TemporalType;
import javax.persistence.Version;

@Entity
@Table(name = "CLAIM_DOCUMENT")
@SequenceGenerator(name = "seqClaimDocument", sequenceName = "SEQ_CLAIM_DOCUMENT", allocationSize = 1)
@NamedQueries({
    @NamedQuery(name = "ClaimDocument.byClaim", query = "select d from ClaimDocument d where d.claimId = :claimId order by d.receivedAt")
})
public class ClaimDocument implements Serializable {

    private static final long serialVersionUID = 1L;

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "seqClaimDocument")
    @Column(name = "ID")
    private Long id;

    @Column(name = "CLAIM_ID", nullable = false)
    private Long claimId;

    @Column(name = "FILE_NAME", nullable = false, length = 200)
    private String fileName;

    @Column(name = "STORE_PATH", nullable = false, length = 400)
    private String storePath;

    @Column(name = "MIME_TYPE", length = 60)
    private String mimeType;

    @Column(name = "FILE_SIZE")
    private Long fileSize;

    @Column(name = "SOURCE_KIND", nullable = false, length = 10)
    private String sourceKind;

    @Temporal(TemporalType.TIMESTAMP)
    @Column(name = "RECEIVED_AT", nullable = false)
    private Date receivedAt;

    @Version
    @Column(name = "VERSION")
    private int version;

    public Long getId() {
        return id;
    }

    public void setId(Long id) {
        this.id = id;
    }

    public Long getClaimId() {
        return claimId;
    }

    public void setClaimId(Long claimId) {
        this.claimId = claimId;
    }

    public String getFileName() {
        return fileName;
    }

    public void setFileName(String fileName) {
        this.fileName = fileName;
    }

    public String getStorePath() {
        return storePath;
    }

    public void setStorePath(String storePath) {
        this.storePath = storePath;
    }

    public String getMimeType() {
        return mimeType;
    }

    public void setMimeType(String mimeType) {
        this.mimeType = mimeType;
    }

    public Long getFileSize() {
        return fileSize;
    }

    public void setFileSize(Long fileSize) {
        this.fileSize = fileSize;
    }

    public String getSourceKind() {
        return sourceKind;
    }

    public void setSourceKind(String sourceKind) {
        this.sourceKind = sourceKind;
    }

    public Date getReceivedAt() {
        return receivedAt;
    }

    public void setReceivedAt(Date receivedAt) {
        this.receivedAt = receivedAt;
    }

    public int getVersion() {
        return version;
    }
}
