package com.guardline.claims.model;

import java.io.Serializable;
import java.math.BigDecimal;
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
@Table(name = "APP_USER")
@SequenceGenerator(name = "seqAppUser", sequenceName = "SEQ_APP_USER", allocationSize = 1)
@NamedQueries({
    @NamedQuery(name = "AppUser.byLogin", query = "select u from AppUser u where u.loginName = :loginName and u.active = 1")
})
public class AppUser implements Serializable {

    private static final long serialVersionUID = 1L;

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "seqAppUser")
    @Column(name = "ID")
    private Long id;

    @Column(name = "LOGIN_NAME", nullable = false, length = 30)
    private String loginName;

    @Column(name = "DISPLAY_NAME", nullable = false, length = 60)
    private String displayName;

    @Column(name = "PASSWORD_HASH", nullable = false, length = 64)
    private String passwordHash;

    @Column(name = "BRANCH_ID", nullable = false)
    private Long branchId;

    @Column(name = "APPROVAL_LIMIT", nullable = false)
    private BigDecimal approvalLimit;

    @Column(name = "ACTIVE", nullable = false)
    private int active;

    @Temporal(TemporalType.TIMESTAMP)
    @Column(name = "LAST_LOGIN")
    private Date lastLogin;

    @Version
    @Column(name = "VERSION")
    private int version;

    public Long getId() {
        return id;
    }

    public void setId(Long id) {
        this.id = id;
    }

    public String getLoginName() {
        return loginName;
    }

    public void setLoginName(String loginName) {
        this.loginName = loginName;
    }

    public String getDisplayName() {
        return displayName;
    }

    public void setDisplayName(String displayName) {
        this.displayName = displayName;
    }

    public String getPasswordHash() {
        return passwordHash;
    }

    public void setPasswordHash(String passwordHash) {
        this.passwordHash = passwordHash;
    }

    public Long getBranchId() {
        return branchId;
    }

    public void setBranchId(Long branchId) {
        this.branchId = branchId;
    }

    public BigDecimal getApprovalLimit() {
        return approvalLimit;
    }

    public void setApprovalLimit(BigDecimal approvalLimit) {
        this.approvalLimit = approvalLimit;
    }

    public int getActive() {
        return active;
    }

    public void setActive(int active) {
        this.active = active;
    }

    public Date getLastLogin() {
        return lastLogin;
    }

    public void setLastLogin(Date lastLogin) {
        this.lastLogin = lastLogin;
    }

    public int getVersion() {
        return version;
    }
}
