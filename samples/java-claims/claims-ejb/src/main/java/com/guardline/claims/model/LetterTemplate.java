package com.guardline.claims.model;

import java.io.Serializable;

import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.GeneratedValue;
import javax.persistence.GenerationType;
import javax.persistence.Id;
import javax.persistence.Lob;
import javax.persistence.NamedQueries;
import javax.persistence.NamedQuery;
import javax.persistence.SequenceGenerator;
import javax.persistence.Table;
import javax.persistence.Version;

@Entity
@Table(name = "LETTER_TEMPLATE")
@SequenceGenerator(name = "seqLetterTemplate", sequenceName = "SEQ_LETTER_TEMPLATE", allocationSize = 1)
@NamedQueries({
    @NamedQuery(name = "LetterTemplate.byCode", query = "select t from LetterTemplate t where t.templateCode = :code and t.language = :language")
})
public class LetterTemplate implements Serializable {

    private static final long serialVersionUID = 1L;

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "seqLetterTemplate")
    @Column(name = "ID")
    private Long id;

    @Column(name = "TEMPLATE_CODE", nullable = false, length = 20)
    private String templateCode;

    @Column(name = "LANGUAGE", nullable = false, length = 5)
    private String language;

    @Column(name = "SUBJECT", nullable = false, length = 120)
    private String subject;

    @Lob
    @Column(name = "BODY_TEXT", nullable = false)
    private String bodyText;

    @Version
    @Column(name = "VERSION")
    private int version;

    public Long getId() {
        return id;
    }

    public void setId(Long id) {
        this.id = id;
    }

    public String getTemplateCode() {
        return templateCode;
    }

    public void setTemplateCode(String templateCode) {
        this.templateCode = templateCode;
    }

    public String getLanguage() {
        return language;
    }

    public void setLanguage(String language) {
        this.language = language;
    }

    public String getSubject() {
        return subject;
    }

    public void setSubject(String subject) {
        this.subject = subject;
    }

    public String getBodyText() {
        return bodyText;
    }

    public void setBodyText(String bodyText) {
        this.bodyText = bodyText;
    }

    public int getVersion() {
        return version;
    }
}
