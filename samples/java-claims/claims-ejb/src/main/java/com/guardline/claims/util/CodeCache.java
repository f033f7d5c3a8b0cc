package com.guardline.claims.util;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import com.guardline.claims.dao.CodeTableDao;
import com.guardline.claims.model.CodeEntry;

/**
 * 代码表缓存，应用启动后首次使用时加载
 */
public class CodeCache {

    private static Map<String, List<CodeEntry>> cache = new HashMap<String, List<CodeEntry>>();
    private static Map<String, String> labels = new HashMap<String, String>();

    private CodeCache() {
    }

    public static synchronized List<CodeEntry> entries(String codeType) {
        List<CodeEntry> found = cache.get(codeType);
        if (found == null) {
            found = new ArrayList<CodeEntry>(new CodeTableDao().findByType(codeType));
            cache.put(codeType, found);
            for (CodeEntry entry : found) {
                labels.put(codeType + "." + entry.getCode(), entry.getLabel());
            }
        }
        return found;
    }

    public static String label(String codeType, String code) {
        entries(codeType);
        String label = labels.get(codeType + "." + code);
        return label == null ? code : label;
    }

    // 代码表维护后由管理页面调用
    public static synchronized void clear() {
        cache.clear();
        labels.clear();
    }
}
