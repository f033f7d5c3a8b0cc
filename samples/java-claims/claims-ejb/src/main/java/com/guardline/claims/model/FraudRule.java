package com.guardline.claims.model;

import java.io.Serializable;

import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.GeneratedValue;
import javax.persistence.GenerationType;
import javax.persistence.Id;
import javax.persistence.NamedQueries;
import javax.persistence.NamedQuery;
import javax.persistence.SequenceGenerator;
import javax.persistence.Table;
import javax.persistence.Version;

@Entity
@Table(name = "FRAUD_RULE")
@SequenceGenerator(name = "seqFraudRule", sequenceName = "SEQ_FRAUD_RULE", allocationSize = 1)
@NamedQueries({
    @NamedQuery(name = "FraudRule.active", query = "select f from FraudRule f where f.active = 1 order by f.ruleCode")
})
public class FraudRule implements Serializable {

    private static final long serialVersionUID = 1L;

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "seqFraudRule")
    @Column(name = "ID")
    private Long id;

    @Column(name = "RULE_CODE", nullable = false, length = 20)
    private String ruleCode;

    @Column(name = "DESCRIPTION", length = 200)
    private String description;

    @Column(name = "SQL_TEXT", nullable = false, length = 1000)
    private String sqlText;

    @Column(name = "POINTS", nullable = false)
    private int points;

    @Column(name = "ACTIVE", nullable = false)
    private int active;

    @Version
    @Column(name = "VERSION")
    private int version;

    public Long getId() {
        return id;
    }

    public void setId(Long id) {
        this.id = id;
    }

    public String getRuleCode() {
        return ruleCode;
    }

    public void setRuleCode(String ruleCode) {
        this.ruleCode = ruleCode;
    }

    public String getDescription() {
        return description;
    }

    public void setDescription(String description) {
        this.description = description;
    }

    public String getSqlText() {
        return sqlText;
    }

    public void setSqlText(String sqlText) {
        this.sqlText = sqlText;
    }

    public int getPoints() {
        return points;
    }

    public void setPoints(int points) {
        this.points = points;
    }

    public int getActive() {
        return active;
    }

    public void setActive(int active) {
        this.active = active;
    }

    public int getVersion() {
        return version;
    }
}
