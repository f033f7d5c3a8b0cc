package com.guardline.claims.service;

import java.io.File;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import javax.ejb.LocalBean;
import javax.ejb.Stateless;
import javax.ejb.TransactionAttribute;
import javax.ejb.TransactionAttributeType;
import javax.persistence.EntityManager;
import javax.persistence.PersistenceContext;

import com.guardline.claims.model.Claim;
import com.guardline.claims.model.LetterOut;
import com.guardline.claims.model.LetterTemplate;
import com.guardline.claims.model.Party;
import com.guardline.claims.util.AppConfig;
import com.guardline.claims.util.IoUtil;
import com.guardline.claims.util.JmsSender;
import com.guardline.claims.util.NumberFormats;

/**
 * 信函: 先入队列，由 LetterPrintMDB 生成文件
 */
@Stateless
@LocalBean
@TransactionAttribute(TransactionAttributeType.REQUIRED)
public class LetterServiceBean {

    private static final String LANGUAGE = "zh";

    @PersistenceContext(unitName = "claimsPU")
    private EntityManager em;

    @SuppressWarnings("unchecked")
    public void queue(Long claimId, String templateCode, Long recipientId) {
        List<LetterTemplate> templates = em.createNamedQuery("LetterTemplate.byCode")
                .setParameter("code", templateCode).setParameter("language", LANGUAGE).getResultList();
        if (templates.isEmpty()) {
            return;
        }
        LetterOut letter = new LetterOut();
        letter.setClaimId(claimId);
        letter.setTemplateId(templates.get(0).getId());
        letter.setRecipientId(recipientId);
        letter.setStatus("QUEUED");
        letter.setCreatedAt(new Date());
        em.persist(letter);
        em.flush();
        Map<String, String> message = new HashMap<String, String>();
        message.put("letterId", String.valueOf(letter.getId()));
        JmsSender.send(JmsSender.LETTER_PRINT, message);
    }

    public void print(Long letterId) throws IOException {
        LetterOut letter = em.find(LetterOut.class, letterId);
        LetterTemplate template = em.find(LetterTemplate.class, letter.getTemplateId());
        Claim claim = em.find(Claim.class, letter.getClaimId());
        Party recipient = em.find(Party.class, letter.getRecipientId());
        String text = template.getBodyText()
                .replace("${claimNo}", claim.getClaimNo())
                .replace("${name}", recipient.getName())
                .replace("${lossDate}", NumberFormats.day(claim.getLossDate()));
        File dir = new File(AppConfig.get("letter.path", "/opt/claims/letters"), NumberFormats.day(new Date()));
        if (!dir.exists() && !dir.mkdirs()) {
            throw new IOException("cannot create " + dir);
        }
        File file = new File(dir, "letter_" + letterId + ".txt");
        Writer out = new OutputStreamWriter(new FileOutputStream(file), "GBK");
        try {
            out.write(text);
        } finally {
            IoUtil.closeQuietly(out);
        }
        letter.setFilePath(file.getAbsolutePath());
        letter.setStatus("PRINTED");
        // 调用系统打印命令
        Runtime.getRuntime().exec(new String[] {"/usr/bin/lp", "-d", AppConfig.get("printer", "claims1"), file.getAbsolutePath()});
    }
}
