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
@Table(name = "CODE_ENTRY")
@SequenceGenerator(name = "seqCodeEntry", sequenceName = "SEQ_CODE_ENTRY", allocationSize = 1)
@NamedQueries({
    @NamedQuery(name = "CodeEntry.byType", query = "select c from CodeEntry c where c.codeType = :codeType and c.active = 1 order by c.sortOrder")
})
public class CodeEntry implements Serializable {

    private static final long serialVersionUID = 1L;

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "seqCodeEntry")
    @Column(name = "ID")
    private Long id;

    @Column(name = "CODE_TYPE", nullable = false, length = 20)
    private String codeType;

    @Column(name = "CODE", nullable = false, length = 20)
    private String code;

    @Column(name = "LABEL", nullable = false, length = 100)
    private String label;

    @Column(name = "SORT_ORDER", nullable = false)
    private int sortOrder;

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

    public String getCodeType() {
        return codeType;
    }

    public void setCodeType(String codeType) {
        this.codeType = codeType;
    }

    public String getCode() {
        return code;
    }

    public void setCode(String code) {
        this.code = code;
    }

    public String getLabel() {
        return label;
    }

    public void setLabel(String label) {
        this.label = label;
    }

    public int getSortOrder() {
        return sortOrder;
    }

    public void setSortOrder(int sortOrder) {
        this.sortOrder = sortOrder;
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
